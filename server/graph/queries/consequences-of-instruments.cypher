// What follows from an evaluation, with the scale it belongs to, of each instrument in text order.
MATCH (i:Instrument)-[:CONTAINS]->(p:Provision)-[:STATES_CONSEQUENCE]->(c:Consequence)<-[:LEADS_TO]-(e:Evaluation)
WHERE i.id IN $ids
RETURN
  c.id AS id,
  c.`position` AS `position`,
  c.grade AS grade,
  c.effect AS effect,
  c.`start` AS `start`,
  c.`end` AS `end`,
  e.id AS evaluation,
  p.instrument AS instrument,
  p.id AS provision,
  p.pinpoint AS pinpoint
ORDER BY instrument, `position`
