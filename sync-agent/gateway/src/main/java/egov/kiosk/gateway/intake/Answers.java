package egov.kiosk.gateway.intake;

import egov.kiosk.domain.envelope.MessageCodec;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Puts answers together into documents, one kiosk each. Whoever gets one answer gets it at once;
 * who got a document a moment ago waits for the rest of that moment, or until a document is full.
 * So a busy kiosk costs a signature for many messages, and nobody else waits. A message that came
 * twice is answered once; two different answers about one id (the bytes differed) go in two
 * documents, in their order. For one thread.
 */
public final class Answers {
  /** How long a moment is: far less than a kiosk notices, much more than a signature takes. */
  public static final Duration MOMENT = Duration.ofMillis(20);

  /** {@link #pause} when nothing waits. */
  public static final long NOTHING = Long.MAX_VALUE;

  /**
   * What goes out under one signature.
   *
   * @param receipts for one kiosk, in the order in which they were added
   * @param acknowledgements what to run once the broker has it
   */
  public record Document(
      String kioskId, List<PlatformReceipt> receipts, List<Runnable> acknowledgements) {}

  private final LongSupplier nanos;
  private final Map<String, List<Open>> waiting = new LinkedHashMap<>();

  /** When a kiosk was last answered, oldest first; only of the last moment. */
  private final Map<String, Long> answered = new LinkedHashMap<>();

  private static final class Open {
    final Map<TransactionId, PlatformReceipt> receipts = new LinkedHashMap<>();
    final List<Runnable> acknowledgements = new ArrayList<>();
  }

  /**
   * @param nanos what waiting is measured by; never set back, such as {@link System#nanoTime}
   */
  public Answers(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Takes an answer, and what to run once the broker has it. */
  public void add(PlatformReceipt receipt, Runnable acknowledgement) {
    List<Open> documents = waiting.computeIfAbsent(receipt.kioskId(), id -> new ArrayList<>());
    Open last = lastAbout(documents, receipt.messageId());
    if (last != null && receipt.equals(last.receipts.get(receipt.messageId()))) {
      last.acknowledgements.add(acknowledgement);
      return;
    }
    Open open = documents.isEmpty() ? null : documents.get(documents.size() - 1);
    if (open == null || open.equals(last) || full(open)) {
      open = new Open();
      documents.add(open);
    }
    open.receipts.put(receipt.messageId(), receipt);
    open.acknowledgements.add(acknowledgement);
  }

  private static Open lastAbout(List<Open> documents, TransactionId id) {
    for (int at = documents.size() - 1; at >= 0; at--) {
      if (documents.get(at).receipts.containsKey(id)) {
        return documents.get(at);
      }
    }
    return null;
  }

  private static boolean full(Open document) {
    return document.receipts.size() == MessageCodec.MOST_RECEIPTS;
  }

  /** Takes out what is to be signed and sent now. */
  public List<Document> due() {
    long now = nanos.getAsLong();
    forgetBefore(now - MOMENT.toNanos());
    List<Document> documents = new ArrayList<>();
    Map<String, Long> fresh = new HashMap<>();
    Iterator<Map.Entry<String, List<Open>>> kiosks = waiting.entrySet().iterator();
    while (kiosks.hasNext()) {
      Map.Entry<String, List<Open>> kiosk = kiosks.next();
      List<Open> open = kiosk.getValue();
      boolean wait = answered.containsKey(kiosk.getKey()) && !full(open.get(open.size() - 1));
      int going = wait ? open.size() - 1 : open.size();
      for (Open each : open.subList(0, going)) {
        documents.add(document(kiosk.getKey(), each));
        fresh.put(kiosk.getKey(), now);
      }
      open.subList(0, going).clear();
      if (open.isEmpty()) {
        kiosks.remove();
      }
    }
    fresh.forEach(
        (kiosk, when) -> {
          answered.remove(kiosk);
          answered.put(kiosk, when);
        });
    return documents;
  }

  private static Document document(String kioskId, Open open) {
    return new Document(
        kioskId, List.copyOf(open.receipts.values()), List.copyOf(open.acknowledgements));
  }

  private void forgetBefore(long then) {
    Iterator<Long> times = answered.values().iterator();
    while (times.hasNext() && times.next() - then <= 0) {
      times.remove();
    }
  }

  /** Nanoseconds after {@link #due} until it has more; {@link #NOTHING} when nothing waits. */
  public long pause() {
    if (waiting.isEmpty()) {
      return NOTHING;
    }
    Iterator<Long> times = answered.values().iterator();
    long now = nanos.getAsLong();
    // Of the kiosks answered in the last moment; the oldest of them may go first.
    return times.hasNext() ? Math.max(0, times.next() + MOMENT.toNanos() - now) : 0;
  }
}
