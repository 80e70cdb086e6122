package dev.tabellio.samples.models;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A script that fails a share of the requests in every way in which providers fail, each as often; whether and how a
 * request fails depends on the seed and the request's number alone.
 *
 * @param sane what is answered otherwise
 * @param share of the requests that fail, from 0 to 1
 * @param pause how long a late reply is late; longer than the client waits
 */
public record Faults(Script sane, double share, long seed, Duration pause) implements Script {

    /** @throws IllegalArgumentException if the share is no share */
    public Faults {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("not a share: " + share);
        }
    }

    @Override
    public Reply reply(SeenRequest request) {
        SplittableRandom dice = new SplittableRandom(seed * 1_000_003 + request.number());
        if (dice.nextDouble() >= share) {
            return sane.reply(request);
        }
        Reply.Answer half = Reply.truncated("{\"");
        List<Reply> faults = List.of(
                Reply.status(429, "0"),
                Reply.status(500),
                Reply.status(503, "0"),
                Reply.status(529),
                new Reply.Dropped(),
                new Reply.Cut(Reply.answer("{}")),
                new Reply.Late(pause, Reply.status(504)),
                new Reply.Raw(200, "<html>bad gateway</html>"),
                half,
                Reply.answer("{\"value\": "));
        return faults.get(dice.nextInt(faults.size()));
    }
}
