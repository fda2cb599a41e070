// Clauses under a topic, of each instrument in text order.
MATCH (i:Instrument)-[held:CONTAINS]->(p:Provision)-[stated:HAS_CLAUSE]->(c:Clause)
WHERE i.id IN $ids
// embedded: HINT (((i JOIN held) JOIN p) JOIN stated) JOIN c
RETURN
  c.id AS id,
  c.`position` AS `position`,
  c.topic AS topic,
  c.aspect AS aspect,
  c.modal AS modal,
  c.`rank` AS `rank`,
  c.delegated AS delegated,
  c.track AS track,
  c.applicantTypes AS applicantTypes,
  c.row AS row,
  c.`start` AS `start`,
  c.`end` AS `end`,
  c.quote AS quote,
  p.instrument AS instrument,
  p.id AS provision,
  p.pinpoint AS pinpoint
ORDER BY instrument, `position`
