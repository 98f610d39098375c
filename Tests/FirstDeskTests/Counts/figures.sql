-- Figures of a desk, counted from what `show --json` says of every case, by the words of the definitions alone: nothing here comes from the
-- program's own counting. Before this is read the shell has made:
--   line (id, json, subjects)   a case a row, as told, and the numbers of the staff whom it is about, with blanks between them
--   span (name, start, as_of)   of which days, in milliseconds; half open
--   open (start, end)           when the branch is open, in milliseconds
--   working (day, close)        the working days of the calendar, each with the moment at which the branch closes
--   book (kind, at, day)        what happened to the comment book, as the ledger has it; days are counted from 1970
--   days (name, first, last, today)   the days of a span that have come, from the founding on, and the day of its last moment
--   hall (day, is_open, close)  whether the branch is open on a day, and when it closes
--   size (name, customers, outlets)   how large the branch was on the last day of a span; null where nobody has said
-- What comes out: span, axis, key, measure, count, of, value.

CREATE TABLE event AS
SELECT line.id, e.key AS place, unixepoch(e.value ->> 'at') * 1000 AS at, e.value ->> 'act' AS act, e.value AS json
FROM line, json_each(line.json, '$.events') AS e;
CREATE INDEX event_of ON event (id, act, place);

-- How it stands, from when on. What came is open.
CREATE TABLE standing AS
SELECT id, -1 AS place, unixepoch(json ->> 'received') * 1000 AS at, 'open' AS word FROM line WHERE json ->> 'history' = 0
UNION ALL
SELECT id, place, at,
    CASE act
        WHEN 'answer' THEN 'on-the-spot' WHEN 'reply' THEN 'replied' WHEN 'withdraw' THEN 'withdrawn'
        WHEN 'not-accept' THEN 'not-accepted' WHEN 'merge' THEN 'merged' ELSE 'open'
    END
FROM event
WHERE act IN ('answer', 'reply', 'withdraw', 'not-accept', 'merge', 'send-back')
    -- A refused answer that is gone on with as a case of its own leaves this one as it is.
    OR act = 'refuse-answer' AND coalesce(json ->> 'next', '') = '';
CREATE INDEX standing_of ON standing (id, place);
-- A ruling of head office answers what is open.
INSERT INTO standing
SELECT id, place, at, 'replied' FROM event AS e
WHERE act = 'ruling'
    AND (SELECT word FROM standing AS s WHERE s.id = e.id AND s.place < e.place ORDER BY s.place DESC LIMIT 1) = 'open'
    AND NOT EXISTS (
        SELECT 1 FROM event AS r WHERE r.id = e.id AND r.act = 'ruling' AND r.place < e.place
            AND r.place > (SELECT s.place FROM standing AS s WHERE s.id = e.id AND s.place < e.place ORDER BY s.place DESC LIMIT 1)
    );

-- Findings that say something else than the one before.
CREATE TABLE finding AS
SELECT id, place, at, kind, class FROM (
    SELECT id, place, at, json ->> 'kind' AS kind, json ->> 'class' AS class,
        lag((json ->> 'kind') || ' ' || (json ->> 'class')) OVER (PARTITION BY id ORDER BY place) AS before
    FROM event WHERE act = 'finding'
) WHERE before IS NULL OR before <> kind || ' ' || class;
CREATE INDEX finding_of ON finding (id, place);

-- A case goes up when that is confirmed; what was asked for last says as what.
CREATE TABLE escalation AS
SELECT id, at, (
        SELECT json ->> 'kind' = 'group' FROM event AS a
        WHERE a.id = e.id AND a.act = 'ask-escalation' AND a.place < e.place ORDER BY a.place DESC LIMIT 1
    ) AS is_group
FROM event AS e WHERE act = 'confirm-escalation';
CREATE INDEX escalation_of ON escalation (id, at);

-- Limits that ran out before they were met; those towards the customer not while there was an answer, which was sent back later.
CREATE TABLE breach AS
WITH late AS (
    SELECT line.id, c.value ->> 'rule' AS rule, unixepoch(c.value ->> 'due') * 1000 + 1 AS at,
        c.value ->> 'rule' IN ('reply', 'promised', 'complex', 'final') AS to_customer
    FROM line, json_each(line.json, '$.clocks') AS c
    WHERE c.value ->> 'ended' IS NULL OR unixepoch(c.value ->> 'ended') > unixepoch(c.value ->> 'due')
)
SELECT id, rule, to_customer,
    CASE
        WHEN to_customer
            AND (SELECT word FROM standing AS s WHERE s.id = late.id AND s.at < late.at ORDER BY s.place DESC LIMIT 1) <> 'open'
        THEN coalesce((SELECT min(s.at) FROM standing AS s WHERE s.id = late.id AND s.at >= late.at AND s.word = 'open'), at)
        ELSE at
    END AS at
FROM late;
CREATE INDEX breach_of ON breach (id, to_customer, at);

-- What was opened to be put right, and what gave rise to it as the case stood then.
CREATE TABLE rectified AS
SELECT id, at,
    coalesce((
        SELECT json ->> 'class' = 'valid' FROM event AS f
        WHERE f.id = e.id AND f.act = 'finding' AND f.place < e.place ORDER BY f.place DESC LIMIT 1
    ), 0) AS valid,
    EXISTS (SELECT 1 FROM breach AS b WHERE b.id = e.id AND b.to_customer AND b.at <= e.at) AS overdue
FROM event AS e WHERE act = 'rectify';
CREATE INDEX rectified_of ON rectified (id, at);

-- When the customer was first spoken or written to. Who is there, or rings, is so while the complaint is taken down.
CREATE TABLE contact AS
SELECT id, min(at) AS at FROM (
    SELECT id, unixepoch(json ->> 'received') * 1000 AS at FROM line
    WHERE json ->> 'history' = 0 AND json ->> 'channel' IN ('oral', 'phone', 'hotline')
    UNION ALL
    SELECT id, at FROM event
    WHERE act = 'withdraw'
        -- Whoever wrote into the comment book is not there to hear an answer on the spot.
        OR act = 'answer' AND id NOT IN (SELECT id FROM line WHERE json ->> 'channel' = 'comment-book')
        OR act = 'ruling' AND coalesce(json ->> 'told', '') <> ''
        OR json ->> 'how' NOT IN ('book', 'other')
            AND (
                act = 'tell' AND json ->> 'who' = 'customer' AND json ->> 'number' IS NULL OR act = 'interim-answer' OR act = 'not-accept'
                OR act = 'contact' AND json ->> 'reached' OR act = 'reply' AND NOT coalesce(json ->> 'undelivered', 0)
            )
) GROUP BY id;
CREATE INDEX contact_of ON contact (id);

CREATE TABLE payment AS SELECT id, at, json ->> 'paid' AS paid FROM event WHERE json ->> 'paid' IS NOT NULL;
CREATE INDEX payment_of ON payment (id, at);
CREATE INDEX book_of ON book (day, kind, at);

-- What was claimed and stands promised in the case that goes on in another one.
CREATE INDEX line_numbered ON line (json ->> 'number');
CREATE TABLE followed AS
SELECT line.id AS id, before.json ->> 'amount' AS amount, before.json ->> 'promised' AS promised
FROM line, json_each(line.json, '$.links') AS l JOIN line AS before ON before.json ->> 'number' = l.value ->> 'number'
WHERE l.value ->> 'tie' IN ('refused-answer', 'reviewed');
CREATE INDEX followed_by ON followed (id);

-- What no span changes. A case that came to an end is told of up to the last that happened on it, an open one for ever.
CREATE TABLE told AS
SELECT id, unixepoch(json ->> 'received') * 1000 AS received, json ->> 'history' AS history, json ->> 'keptWithinLimit' AS was_kept,
    nullif(CAST(round(100 * max(0, json ->> 'amount' - coalesce((SELECT f.amount FROM followed AS f WHERE f.id = line.id), 0))) AS INTEGER),
        CASE WHEN EXISTS (SELECT 1 FROM followed AS f WHERE f.id = line.id AND f.amount IS NOT NULL) THEN 0 END) AS claimed,
    (SELECT count(*) FROM json_each(line.json, '$.links') AS l WHERE l.value ->> 'tie' IN ('repeated', 'refused-answer')) > 0 AS is_repeat,
    CAST(round(100 * coalesce(
        nullif(max(0, json ->> 'promised' - coalesce((SELECT f.promised FROM followed AS f WHERE f.id = line.id), 0)), 0),
        0 * coalesce(
            (SELECT json ->> 'amount' FROM event AS e WHERE e.id = line.id AND act = 'reply' ORDER BY place DESC LIMIT 1),
            (SELECT json ->> 'amount' FROM event AS e WHERE e.id = line.id AND act = 'answer' ORDER BY place DESC LIMIT 1)
        )
    )) AS INTEGER) AS promised,
    (
        SELECT CASE WHEN json ->> 'amount' > 0 THEN 'monetary' ELSE json ->> 'relief' END FROM event AS e
        WHERE e.id = line.id AND act IN ('reply', 'answer') ORDER BY act = 'reply' DESC, place DESC LIMIT 1
    ) AS relief,
    coalesce(json ->> 'contact', '') || coalesce(json ->> 'callBackNumber', '') <> '' AS is_reachable,
    (SELECT c.at FROM contact AS c WHERE c.id = line.id) AS contacted,
    -- The closing time of the working day behind that of receipt.
    (SELECT close FROM working WHERE day > substr(line.json ->> 'received', 1, 10) ORDER BY day LIMIT 1) AS contact_due,
    coalesce(json ->> 'vulnerable', 0) AS is_vulnerable, coalesce(json ->> 'vulnerabilityFailed', 0) AS is_failed,
    CASE (SELECT word FROM standing AS s WHERE s.id = line.id ORDER BY s.place DESC LIMIT 1)
        WHEN 'open' THEN 9e18
        ELSE max(
            unixepoch(json ->> 'received') * 1000,
            coalesce((SELECT max(at) FROM event AS e WHERE e.id = line.id), 0),
            coalesce((SELECT max(at) FROM breach AS b WHERE b.id = line.id), 0)
        )
    END AS told_until,
    subjects, json ->> 'reason' AS reason, json ->> 'business' AS business, json ->> 'channel' AS channel, json ->> 'cameBy' AS came_by,
    coalesce(json ->> 'doneAt', '') AS done_at, coalesce(json ->> 'firstResponder', '') AS staff, trim(coalesce(json ->> 'about', '')) AS about,
    -- The branch's clock is that of the moments as they are told.
    substr(json ->> 'received', 1, 10) AS day, substr(json ->> 'received', 12, 2) AS hour
FROM line;

-- A case in a span, as it stood at the span's end.
CREATE TABLE judged AS
WITH stood AS (
    SELECT span.name, span.start, span.as_of, told.*, told.received >= span.start AS is_received,
        (SELECT s.place FROM standing AS s WHERE s.id = told.id AND s.at < span.as_of ORDER BY s.place DESC LIMIT 1) AS last,
        (SELECT s.word FROM standing AS s WHERE s.id = told.id AND s.at < span.start ORDER BY s.place DESC LIMIT 1) AS at_start,
        (SELECT min(b.at) FROM breach AS b WHERE b.id = told.id AND b.to_customer AND b.at < span.as_of) AS broke,
        (SELECT f.place FROM finding AS f WHERE f.id = told.id AND f.at < span.as_of ORDER BY f.place DESC LIMIT 1) AS found,
        EXISTS (SELECT 1 FROM escalation AS e WHERE e.id = told.id AND e.is_group AND e.at < span.as_of) AS is_group,
        EXISTS (SELECT 1 FROM escalation AS e WHERE e.id = told.id AND e.at >= span.start AND e.at < span.as_of) AS escalated,
        EXISTS (
            SELECT 1 FROM event AS e WHERE e.id = told.id AND e.act = 'grant-extension' AND e.at >= span.start AND e.at < span.as_of
        ) AS extended,
        (
            SELECT ' ' || group_concat(e.json ->> 'step', ' ') || ' ' FROM event AS e
            WHERE e.id = told.id AND e.act = 'mediate' AND e.at >= span.start AND e.at < span.as_of
        ) AS steps,
        (SELECT count(*) FROM rectified AS r WHERE r.id = told.id AND r.at >= span.start AND r.at < span.as_of) AS opened,
        EXISTS (SELECT 1 FROM rectified AS r WHERE r.id = told.id AND r.at >= span.start AND r.at < span.as_of AND r.valid) AS opened_valid,
        EXISTS (SELECT 1 FROM rectified AS r WHERE r.id = told.id AND r.at >= span.start AND r.at < span.as_of AND r.overdue) AS opened_late,
        (
            SELECT e.json ->> 'level' FROM event AS e
            WHERE e.id = told.id AND e.act = 'call-back' AND e.at >= span.start AND e.at < span.as_of ORDER BY e.place DESC LIMIT 1
        ) AS level
    FROM span JOIN told ON told.received < span.as_of AND told.told_until >= span.start
)
SELECT stood.*, s.word, s.at AS since, s.at >= stood.start AS is_new, f.kind, f.class, coalesce(f.at >= stood.start, 0) AS is_found,
    coalesce(s.at >= stood.start AND s.word IN ('replied', 'on-the-spot'), 0) AS is_answered
FROM stood
LEFT JOIN standing AS s ON s.id = stood.id AND s.place = stood.last
LEFT JOIN finding AS f ON f.id = stood.id AND f.place = stood.found;

-- The same, counted: a column a measure.
CREATE TABLE counted AS
SELECT name, id,
    is_received AS received,
    is_received AND NOT is_repeat AND NOT is_group AS newMatters,
    is_received AND history AS imported,
    is_answered AS answered,
    is_answered AND word = 'on-the-spot' AS onTheSpot,
    CASE WHEN history THEN is_received AND coalesce(was_kept, 0) ELSE is_answered AND broke IS NULL END AS kept,
    CASE WHEN history THEN is_received AND NOT coalesce(was_kept, 1) ELSE coalesce(broke >= start, 0) END AS broken,
    is_received AND NOT history AND coalesce(contacted < as_of AND contacted <= contact_due, 0) AS contacted,
    is_received AND NOT history AND CASE
        WHEN contacted < as_of THEN contacted > contact_due
        ELSE is_reachable AND as_of > contact_due AND coalesce(word, '') <> 'merged'
    END AS contactedLate,
    is_answered AND coalesce(relief = 'monetary', 0) AS reliefMonetary,
    is_answered AND coalesce(relief = 'non-monetary', 0) AS reliefNonMonetary,
    is_answered AND coalesce(relief = 'explanation', 0) AS reliefExplanation,
    coalesce(steps LIKE '% offered %', 0) AS mediationOffered,
    coalesce(steps LIKE '% accepted %', 0) AS mediationAccepted,
    coalesce(steps LIKE '% settled %', 0) AS mediationSettled,
    coalesce(steps LIKE '% failed %', 0) AS mediationFailed,
    opened > 0 AS rectified, opened > 0 AND is_repeat AS rectifiedRepeat, opened_valid AS rectifiedValid, opened_late AS rectifiedOverdue,
    is_received AND is_vulnerable AS vulnerable,
    is_received AND is_failed AS vulnerabilityFailed,
    received < start AND coalesce(at_start, '') = 'open' AS openAtStart,
    coalesce(word, '') <> 'open' AND (received < start AND coalesce(at_start, '') = 'open' OR is_received) AS ended,
    received < start AND coalesce(at_start, 'open') <> 'open' AND word = 'open' AS reopened,
    coalesce(word, '') = 'open' AS openAtEnd,
    coalesce(word, '') = 'open' AND broke IS NOT NULL AS overdue,
    escalated, is_received AND is_group AS groupCases, extended,
    coalesce(is_new AND word = 'withdrawn', 0) AS withdrawn,
    coalesce(is_new AND word = 'not-accepted', 0) AS notAccepted,
    coalesce(is_new AND word = 'merged', 0) AS merged,
    is_found AS found,
    is_found AND class = 'valid' AS valid,
    is_received AND is_repeat AS repeats,
    level IS NOT NULL AND level <> 'unreachable' AS calledBack,
    coalesce(level IN ('very-satisfied', 'satisfied', 'basically-satisfied'), 0) AS contented,
    CASE WHEN is_received THEN claimed END AS claimed,
    CASE WHEN is_answered THEN promised END AS promised,
    (
        SELECT CAST(round(100 * sum(p.paid)) AS INTEGER) FROM payment AS p WHERE p.id = judged.id AND p.at >= start AND p.at < as_of
    ) AS paid, class,
    CASE WHEN is_answered THEN since - received END AS elapsed,
    CASE WHEN is_answered THEN
        -- No stretch of opening is longer than a day.
        coalesce((
            SELECT sum(min(o.end, since) - max(o.start, received)) FROM open AS o
            WHERE o.end > received AND o.end <= since + 86400000 AND o.start < since
        ), 0)
    END AS open_time
FROM judged;
CREATE INDEX counted_of ON counted (id, name);

-- Under which keys a case falls; '' of '' is all cases.
CREATE TABLE falls AS
SELECT name, id, '' AS axis, '' AS key FROM judged
UNION ALL SELECT name, id, 'reason', reason FROM judged
UNION ALL SELECT name, id, 'business', business FROM judged
UNION ALL SELECT name, id, 'channel', channel FROM judged
-- What came to somebody else is nobody's own.
UNION ALL SELECT name, id, 'sender', CASE
    WHEN came_by IN ('12378', '12345', '12363') THEN 'hotline'
    WHEN came_by IN ('bank-hotline', 'head-office') THEN 'head-office'
    WHEN came_by IN ('regulator', 'government') THEN came_by
    WHEN history OR channel IN ('referred', 'hotline') THEN ''
    ELSE 'own'
END FROM judged
UNION ALL SELECT name, id, 'kind', coalesce(kind, '') FROM judged
UNION ALL SELECT name, id, 'class', coalesce(class, '') FROM judged
UNION ALL SELECT name, id, 'done-at', done_at FROM judged
UNION ALL SELECT name, id, 'staff', staff FROM judged
UNION ALL SELECT name, id, 'responsible', '' FROM judged WHERE subjects = ''
UNION ALL SELECT j.name, j.id, 'responsible', p.value FROM judged AS j, json_each('["' || replace(subjects, ' ', '","') || '"]') AS p WHERE subjects <> ''
UNION ALL SELECT name, id, 'department', CASE WHEN subjects = '' THEN about ELSE '' END FROM judged
-- Monday is 00.
UNION ALL SELECT name, id, 'weekday', printf('%02d', (strftime('%w', day) + 6) % 7) FROM judged
UNION ALL SELECT name, id, 'hour', CASE WHEN history THEN '' ELSE hour END FROM judged
UNION ALL SELECT name, id, 'outcome', coalesce(word, '') FROM judged
UNION ALL SELECT DISTINCT j.name, j.id, 'clock', b.rule FROM judged AS j JOIN breach AS b ON b.id = j.id AND b.at < j.as_of
UNION ALL SELECT name, id, 'clock', '' FROM judged AS j WHERE NOT EXISTS (SELECT 1 FROM breach AS b WHERE b.id = j.id AND b.at < j.as_of);

CREATE TABLE summed AS
SELECT f.name, f.axis, f.key, sum(received) AS received, sum(newMatters) AS newMatters, sum(imported) AS imported, sum(answered) AS answered,
    sum(onTheSpot) AS onTheSpot, sum(kept) AS kept, sum(broken) AS broken, sum(openAtStart) AS openAtStart, sum(ended) AS ended,
    sum(reopened) AS reopened, sum(openAtEnd) AS openAtEnd, sum(overdue) AS overdue, sum(escalated) AS escalated,
    sum(groupCases) AS groupCases, sum(extended) AS extended, sum(withdrawn) AS withdrawn, sum(notAccepted) AS notAccepted,
    sum(merged) AS merged, sum(found) AS found, sum(valid) AS valid, sum(repeats) AS repeats, sum(calledBack) AS calledBack,
    sum(contented) AS contented, sum(contacted) AS contacted, sum(contactedLate) AS contactedLate,
    sum(reliefMonetary) AS reliefMonetary, sum(reliefNonMonetary) AS reliefNonMonetary, sum(reliefExplanation) AS reliefExplanation,
    sum(mediationOffered) AS mediationOffered, sum(mediationAccepted) AS mediationAccepted,
    sum(mediationSettled) AS mediationSettled, sum(mediationFailed) AS mediationFailed,
    sum(rectified) AS rectified, sum(rectifiedRepeat) AS rectifiedRepeat, sum(rectifiedValid) AS rectifiedValid,
    sum(rectifiedOverdue) AS rectifiedOverdue, sum(vulnerable) AS vulnerable, sum(vulnerabilityFailed) AS vulnerabilityFailed, coalesce(sum(claimed), 0) AS claimed, count(claimed) AS claimed_of,
    coalesce(sum(promised), 0) AS promised, count(promised) AS promised_of, coalesce(sum(paid), 0) AS paid, count(paid) AS paid_of,
    coalesce(sum(paid) FILTER (WHERE class = 'valid'), 0) AS upheld, count(paid) FILTER (WHERE class = 'valid') AS upheld_of,
    coalesce(sum(paid) FILTER (WHERE class IS NOT 'valid'), 0) AS goodwill, count(paid) FILTER (WHERE class IS NOT 'valid') AS goodwill_of
FROM falls AS f JOIN counted AS c ON c.name = f.name AND c.id = f.id GROUP BY 1, 2, 3;

-- The nearest rank: of n times the one at the place n * rank / 100, rounded up.
CREATE TABLE ranked AS
SELECT f.name, f.axis, f.key, c.elapsed AS time, 'elapsed' AS sample FROM falls AS f JOIN counted AS c ON c.name = f.name AND c.id = f.id
WHERE c.elapsed IS NOT NULL
UNION ALL
SELECT f.name, f.axis, f.key, c.open_time, 'open' FROM falls AS f JOIN counted AS c ON c.name = f.name AND c.id = f.id
WHERE c.open_time IS NOT NULL;
CREATE TABLE place AS
SELECT name, axis, key, sample, time, row_number() OVER part AS place, count(*) OVER (PARTITION BY name, axis, key, sample) AS n
FROM ranked WINDOW part AS (PARTITION BY name, axis, key, sample ORDER BY time);

-- A day of the comment book as it stood at a span's end: reviewed once it was closed.
CREATE TABLE reviewed AS
SELECT days.name, hall.day, CASE
        WHEN NOT EXISTS (SELECT 1 FROM book AS b WHERE b.day = hall.day AND b.kind = 'book-opened' AND b.at < span.as_of) THEN
            CASE WHEN is_open AND hall.day <> days.today THEN 'bookMissed' END
        WHEN NOT EXISTS (SELECT 1 FROM book AS b WHERE b.day = hall.day AND b.kind = 'book-closed' AND b.at < span.as_of) THEN
            CASE WHEN hall.day <> days.today THEN 'bookMissed' END
        WHEN (SELECT max(b.at) FROM book AS b WHERE b.day = hall.day AND b.kind = 'book-closed' AND b.at < span.as_of) > close THEN 'bookLate'
        WHEN EXISTS (SELECT 1 FROM book AS b WHERE b.day = hall.day AND b.kind = 'book-entered') THEN 'bookReviewed'
        ELSE 'bookNil'
    END AS measure
FROM days JOIN span ON span.name = days.name JOIN hall ON hall.day BETWEEN days.first AND days.last;

.mode tabs
SELECT name, '', '', measure, count(*), '', '' FROM reviewed WHERE measure IS NOT NULL GROUP BY name, measure;
SELECT name, axis, summed.key, m.key, m.value, '', '' FROM summed, json_each(json_object(
    'received', received, 'newMatters', newMatters, 'imported', imported, 'answered', answered, 'onTheSpot', onTheSpot, 'kept', kept,
    'broken', broken, 'openAtStart', openAtStart, 'ended', ended, 'reopened', reopened, 'openAtEnd', openAtEnd, 'overdue', overdue,
    'escalated', escalated, 'groupCases', groupCases, 'extended', extended, 'withdrawn', withdrawn, 'notAccepted', notAccepted,
    'merged', merged, 'found', found, 'valid', valid, 'repeats', repeats, 'calledBack', calledBack, 'contented', contented,
    'contacted', contacted, 'contactedLate', contactedLate, 'reliefMonetary', reliefMonetary, 'reliefNonMonetary', reliefNonMonetary,
    'reliefExplanation', reliefExplanation, 'mediationOffered', mediationOffered, 'mediationAccepted', mediationAccepted,
    'mediationSettled', mediationSettled, 'mediationFailed', mediationFailed, 'rectified', rectified,
    'rectifiedRepeat', rectifiedRepeat, 'rectifiedValid', rectifiedValid, 'rectifiedOverdue', rectifiedOverdue, 'vulnerable', vulnerable,
    'vulnerabilityFailed', vulnerabilityFailed
)) AS m;
SELECT name, axis, key, 'inTime', kept, kept + broken, '' FROM summed
UNION ALL SELECT name, axis, key, 'endedShare', ended, openAtStart + received, '' FROM summed
UNION ALL SELECT name, axis, key, 'upheld', valid, found, '' FROM summed
UNION ALL SELECT name, axis, key, 'repeatShare', repeats, received, '' FROM summed
UNION ALL SELECT name, axis, key, 'satisfied', contented, calledBack, '' FROM summed
UNION ALL SELECT name, axis, key, 'contactShare', contacted, contacted + contactedLate, '' FROM summed
UNION ALL SELECT name, axis, key, 'mediationShare', mediationSettled, mediationSettled + mediationFailed, '' FROM summed
-- To the nearest hundredth; nothing where nobody said how many there are.
UNION ALL SELECT summed.name, axis, key, 'perOutlets', '', '', CAST(round(received * 100000.0 / outlets) AS INTEGER)
    FROM summed JOIN size ON size.name = summed.name WHERE outlets IS NOT NULL
UNION ALL SELECT summed.name, axis, key, 'perCustomers', '', '', CAST(round(received * 1000000000.0 / customers) AS INTEGER)
    FROM summed JOIN size ON size.name = summed.name WHERE customers IS NOT NULL
UNION ALL SELECT name, axis, key, 'paidUpheld', '', upheld_of, upheld FROM summed
UNION ALL SELECT name, axis, key, 'paidGoodwill', '', goodwill_of, goodwill FROM summed
UNION ALL SELECT name, axis, key, 'claimed', '', claimed_of, claimed FROM summed
UNION ALL SELECT name, axis, key, 'promised', '', promised_of, promised FROM summed
UNION ALL SELECT name, axis, key, 'paid', '', paid_of, paid FROM summed
UNION ALL SELECT name, axis, key, CASE sample WHEN 'elapsed' THEN 'median' ELSE 'openMedian' END, '', n, time FROM place
    WHERE place = (n * 50 + 99) / 100
UNION ALL SELECT name, axis, key, CASE sample WHEN 'elapsed' THEN 'percentile90' ELSE 'openPercentile90' END, '', n, time FROM place
    WHERE place = (n * 90 + 99) / 100;
