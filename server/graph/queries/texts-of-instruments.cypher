// The raw text of each instrument; empty for a ghost.
UNWIND $ids AS wanted
MATCH (i:Instrument {id: wanted})
RETURN i.id AS id, i.text AS text
