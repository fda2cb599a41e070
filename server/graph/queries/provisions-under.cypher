// The direct parts of each provision, in text order.
MATCH (i:Instrument)-[:CONTAINS]->(whole:Provision)-[:HAS_PART]->(p:Provision)
WHERE i.id IN $instruments AND whole.id IN $ids
RETURN
  p.id AS id,
  p.instrument AS instrument,
  p.eId AS eId,
  p.kind AS kind,
  p.label AS label,
  p.`number` AS `number`,
  p.heading AS heading,
  p.parent AS parent,
  p.depth AS depth,
  p.`position` AS `position`,
  p.pinpoint AS pinpoint,
  p.`start` AS `start`,
  p.`end` AS `end`
ORDER BY instrument, `position`
