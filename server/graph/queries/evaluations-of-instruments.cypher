// Scales of grades of each instrument, best first, with the cycle.
MATCH (i:Instrument)-[:HAS_EVALUATION]->(e:Evaluation)
WHERE i.id IN $ids
RETURN
  e.id AS id,
  e.`position` AS `position`,
  e.grades AS grades,
  e.cycle AS cycle,
  i.id AS instrument
ORDER BY instrument, `position`
