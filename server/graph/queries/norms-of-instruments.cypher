// Who must, may or may not do what, of each instrument in text order.
MATCH (i:Instrument)-[:CONTAINS]->(p:Provision)-[:STATES]->(n:Norm)
WHERE i.id IN $ids
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
