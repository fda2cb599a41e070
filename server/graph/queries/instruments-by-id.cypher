// Instruments of the ids, held or ghosts, in no order.
MATCH (i:Instrument)
WHERE i.id IN $ids
OPTIONAL MATCH (other:Instrument)-[:REPEALS]->(i) WHERE other.held AND other.id <> i.id
OPTIONAL MATCH ()-[c:CITES]->(i) WHERE c.instrument <> i.id
WITH
  i,
  min(other.effectiveFrom) AS repealedFrom,
  collect(DISTINCT other.id) AS repealedBy,
  count(DISTINCT c.instrument) AS citedBy
MATCH (j:Jurisdiction {id: i.jurisdiction})
RETURN
  i.id AS id,
  i.held AS held,
  i.title AS title,
  i.docNumber AS docNumber,
  i.jurisdiction AS jurisdiction,
  i.issuers AS issuers,
  i.issuedOn AS issuedOn,
  i.amendedOn AS amendedOn,
  i.effectiveFrom AS effectiveFrom,
  i.effectiveUntil AS effectiveUntil,
  i.effectiveUntilBasis AS effectiveUntilBasis,
  i.stage AS stage,
  i.hash AS hash,
  i.source AS source,
  i.provisions AS provisions,
  i.articles AS articles,
  i.thresholds AS thresholds,
  i.norms AS norms,
  i.citations AS citations,
  i.problems AS problems,
  j.name AS jurisdictionName,
  j.nameEn AS jurisdictionNameEn,
  j.abbreviation AS jurisdictionAbbreviation,
  j.level AS jurisdictionLevel,
  repealedFrom,
  repealedBy,
  citedBy
