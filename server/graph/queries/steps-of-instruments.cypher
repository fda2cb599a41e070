// Steps of the procedure, with the role that takes each where the text names one.
MATCH (i:Instrument)-[held:CONTAINS]->(p:Provision)-[stated:HAS_STEP]->(s:Step)
WHERE i.id IN $ids
// embedded: HINT (((i JOIN held) JOIN p) JOIN stated) JOIN s
OPTIONAL MATCH (s)-[:DONE_BY]->(r:Role)
RETURN
  s.id AS id,
  s.`position` AS `position`,
  s.track AS track,
  s.stage AS stage,
  s.name AS name,
  s.actor AS actor,
  s.action AS action,
  s.duration AS duration,
  s.`start` AS `start`,
  s.`end` AS `end`,
  p.instrument AS instrument,
  p.id AS provision,
  p.pinpoint AS pinpoint,
  r.id AS role
ORDER BY instrument, `position`
