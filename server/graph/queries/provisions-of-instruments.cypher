// The text tree of each instrument, flattened in text order.
MATCH (i:Instrument)-[:CONTAINS]->(p:Provision)
WHERE i.id IN $ids
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
