package egov.kiosk.gateway.intake;

import egov.kiosk.contract.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts verdicts, and says at most once a minute for each reason that messages are refused. */
final class Tally {
  private static final Logger LOG = LoggerFactory.getLogger(Tally.class);
  private static final long PAUSE = TimeUnit.MINUTES.toNanos(1);

  private final LongSupplier nanos;
  private final Map<String, Said> said = new HashMap<>();
  private long received;
  private long taken;
  private long duplicates;
  private long refused;
  private long later;
  private long documents;

  private record Said(long at, long unsaid) {}

  Tally(LongSupplier nanos) {
    this.nanos = nanos;
  }

  synchronized void count(List<Incoming> batch, List<Verdict> verdicts) {
    received += batch.size();
    for (int at = 0; at < batch.size(); at++) {
      Verdict verdict = verdicts.get(at);
      switch (verdict.kind()) {
        case ACCEPTED -> taken++;
        case DUPLICATE -> duplicates++;
        case LATER -> later++;
        case REFUSED -> {
          refused++;
          say(batch.get(at).topic(), verdict.why());
        }
      }
    }
  }

  synchronized void signed(int more) {
    documents += more;
  }

  synchronized Statistics now() {
    return new Statistics(received, taken, duplicates, refused, later, documents);
  }

  private void say(String topic, String why) {
    Said last = said.get(why);
    long now = nanos.getAsLong();
    if (last != null && now - last.at() < PAUSE) {
      said.put(why, new Said(last.at(), last.unsaid() + 1));
      return;
    }
    said.put(why, new Said(now, 0));
    LOG.warn(
        "refused kiosk={} reason={} unsaid={}",
        Topics.kioskOfTransactions(topic).orElse("(other topic)"),
        why,
        last == null ? 0 : last.unsaid());
  }
}
