// Who must, may or may not do what, of each instrument in text order.
MATCH (i:Instrument)-[held:CONTAINS]->(p:Provision)-[stated:STATES]->(n:Norm)
WHERE i.id IN $ids
// embedded: HINT (((i JOIN held) JOIN p) JOIN stated) JOIN n
RETURN
  n.id AS id,
  n.`position` AS `position`,
  n.bearer AS bearer,
  n.modality AS modality,
  n.action AS action,
  n.modal AS modal,
  n.`start` AS `start`,
  n.`end` AS `end`,
  n.quote AS quote,
  p.instrument AS instrument,
  p.id AS provision,
  p.pinpoint AS pinpoint
ORDER BY instrument, `position`
