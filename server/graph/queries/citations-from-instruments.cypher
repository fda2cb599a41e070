// Citations of other documents that leave each instrument.
MATCH (s:Instrument|Provision)-[r:CITES]->(t:Instrument)
WHERE r.instrument IN $ids
RETURN
  r.id AS id,
  r.instrument AS instrument,
  CASE WHEN s.id = r.instrument THEN null ELSE s.id END AS provision,
  coalesce(s.pinpoint, '') AS pinpoint,
  r.`start` AS `start`,
  r.`end` AS `end`,
  r.quote AS quote,
  r.title AS title,
  r.docNumber AS docNumber,
  r.relation AS relation,
  r.candidates AS candidates,
  null AS scope,
  null AS article,
  t.id AS targetInstrument,
  t.held AS targetHeld,
  null AS targetProvision
ORDER BY instrument, `start`, id
