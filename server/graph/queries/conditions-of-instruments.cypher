// Condition trees of each instrument, parents before their operands; `threshold` is what a leaf sets.
MATCH (i:Instrument)-[:CONTAINS]->(p:Provision)-[:REQUIRES]->(:Condition)-[:HAS_OPERAND*0..20]->(c:Condition)
WHERE i.id IN $ids
OPTIONAL MATCH (c)-[:SETS]->(t:Threshold)
RETURN
  c.id AS id,
  c.`position` AS `position`,
  c.kind AS kind,
  c.track AS track,
  c.parent AS parent,
  c.place AS place,
  c.words AS words,
  c.`start` AS `start`,
  c.`end` AS `end`,
  p.instrument AS instrument,
  p.id AS provision,
  p.pinpoint AS pinpoint,
  t.id AS threshold
ORDER BY instrument, `position`
