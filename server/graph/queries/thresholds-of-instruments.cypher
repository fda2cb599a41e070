// Thresholds of each instrument, in text order.
MATCH (i:Instrument)-[held:CONTAINS]->(p:Provision)-[stated:SETS]->(t:Threshold)
WHERE i.id IN $ids
// embedded: HINT (((i JOIN held) JOIN p) JOIN stated) JOIN t
RETURN
  t.id AS id,
  t.`position` AS `position`,
  t.metric AS metric,
  t.metricKey AS metricKey,
  t.comparator AS comparator,
  t.value AS value,
  t.upper AS upper,
  t.upperUnit AS upperUnit,
  t.unit AS unit,
  t.unitText AS unitText,
  t.window AS window,
  t.per AS per,
  t.aggregation AS aggregation,
  t.appliesIf AS appliesIf,
  t.alternativeGroup AS alternativeGroup,
  t.purpose AS purpose,
  t.strength AS strength,
  t.hedge AS hedge,
  t.track AS track,
  t.applicantTypes AS applicantTypes,
  t.row AS row,
  t.`start` AS `start`,
  t.`end` AS `end`,
  t.quote AS quote,
  p.instrument AS instrument,
  p.id AS provision,
  p.pinpoint AS pinpoint
ORDER BY instrument, `position`
