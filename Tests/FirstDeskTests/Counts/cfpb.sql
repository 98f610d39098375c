-- Figures of the CFPB's sample, counted from its own file: table `complaint` holds it as it stands there, `span` from which day to which.
-- What comes out: span, axis, key, received, kept, broken.
CREATE TABLE told AS
SELECT span.name,
    "Product" || CASE "Sub-product" WHEN '' THEN '' ELSE ' / ' || "Sub-product" END AS business,
    "Issue" || CASE "Sub-issue" WHEN '' THEN '' ELSE ' / ' || "Sub-issue" END AS reason,
    CASE "Submitted via" WHEN 'Phone' THEN 'phone' WHEN 'Postal mail' THEN 'letter' WHEN 'Fax' THEN 'letter' ELSE 'other' END AS channel,
    -- Monday is 00.
    printf('%02d', (strftime('%w', "Date received") + 6) % 7) AS weekday,
    "Timely response?" = 'Yes' AS kept, "Timely response?" = 'No' AS broken
FROM complaint JOIN span ON "Date received" BETWEEN span.first AND span.last;

.mode tabs
SELECT name, 'business', business, count(*), sum(kept), sum(broken) FROM told GROUP BY name, business
UNION ALL SELECT name, 'reason', reason, count(*), sum(kept), sum(broken) FROM told GROUP BY name, reason
UNION ALL SELECT name, 'channel', channel, count(*), sum(kept), sum(broken) FROM told GROUP BY name, channel
UNION ALL SELECT name, 'weekday', weekday, count(*), sum(kept), sum(broken) FROM told GROUP BY name, weekday
UNION ALL SELECT name, 'hour', '', count(*), sum(kept), sum(broken) FROM told GROUP BY name
UNION ALL SELECT name, 'outcome', '', count(*), sum(kept), sum(broken) FROM told GROUP BY name;
