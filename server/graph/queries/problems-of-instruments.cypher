// Doubts of the reader about each text.
MATCH (i:Instrument)-[:RAISES]->(p:Problem)
WHERE i.id IN $ids
RETURN
  p.id AS id,
  p.`position` AS `position`,
  p.code AS code,
  p.message AS message,
  p.`start` AS `start`,
  p.`end` AS `end`,
  i.id AS instrument
ORDER BY instrument, `position`
