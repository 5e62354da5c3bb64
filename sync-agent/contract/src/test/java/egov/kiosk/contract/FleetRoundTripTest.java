package egov.kiosk.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import egov.kiosk.domain.envelope.MalformedMessageException;
import egov.kiosk.domain.fleet.Incident;
import egov.kiosk.domain.fleet.Order;
import egov.kiosk.domain.fleet.Reconciliation;
import egov.kiosk.domain.outbox.Reckoning;
import egov.kiosk.domain.outbox.SequenceRange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** Whatever can be said comes back as it was said, and any bytes are read or refused. */
class FleetRoundTripTest {
  private final CanonicalFleetCodec codec = new CanonicalFleetCodec();

  @Property(tries = 200)
  void reconciliation_anyNumbers_comesBackEqual(
      @ForAll @LongRange(min = 0, max = 1L << 50) long settled,
      @ForAll @LongRange(min = 0, max = 1L << 50) long pending,
      @ForAll @IntRange(min = 0, max = 40_000) int day)
      throws Exception {
    Reconciliation sent =
        new Reconciliation(
            Sample.ID,
            Sample.KIOSK,
            Sample.NOW,
            new Reckoning(
                LocalDate.ofEpochDay(day),
                settled + pending,
                settled,
                pending,
                0,
                0,
                settled,
                "ab".repeat(32)));
    assertEquals(sent, codec.decodeStatement(codec.encode(sent)));
  }

  @Property(tries = 200)
  void incident_anyRanges_comesBackEqual(
      @ForAll @Size(max = 20) List<@LongRange(min = 1, max = 1L << 50) Long> starts,
      @ForAll @LongRange(min = 0, max = 4_000_000_000L) long seconds)
      throws Exception {
    Incident sent =
        new Incident(
            Sample.ID,
            Sample.KIOSK,
            Instant.ofEpochSecond(seconds),
            starts.stream().map(start -> new SequenceRange(start, start + 7)).toList());
    assertEquals(sent, codec.decodeStatement(codec.encode(sent)));
  }

  @Property(tries = 200)
  void configuration_anyTexts_comesBackEqual(
      @ForAll @Size(max = 5)
          Map<
                  @AlphaChars @StringLength(min = 1, max = 64) String,
                  @Size(max = 4) Map<@AlphaChars @StringLength(max = 20) String, String>>
              settings)
      throws Exception {
    Order sent = new Order.Configuration(Sample.KIOSK, Sample.NOW, 1, settings);
    byte[] bytes;
    try {
      bytes = codec.encode(sent);
    } catch (IllegalArgumentException halfACharacter) {
      return;
    }
    assertEquals(sent, codec.decodeOrder(bytes));
    assertArrayEquals(bytes, codec.encode(codec.decodeOrder(bytes)));
  }

  @Property(tries = 200)
  void command_anyArguments_comesBackEqual(
      @ForAll @NumericChars @StringLength(min = 1, max = 64) String id,
      @ForAll @Size(max = 4)
          Map<@AlphaChars @StringLength(max = 20) String, @AlphaChars String> arguments)
      throws Exception {
    Order sent =
        new Order.Command(Sample.KIOSK, Sample.NOW, id, "self-test", arguments, Sample.NOW);
    assertEquals(sent, codec.decodeOrder(codec.encode(sent)));
  }

  @Property(tries = 2000)
  void decode_anyBytes_refusedCleanly(@ForAll byte[] bytes) {
    try {
      codec.decodeOrder(bytes);
      codec.decodeStatement(bytes);
    } catch (MalformedMessageException expected) {
      return;
    }
    throw new AssertionError("nothing is both an order and a statement");
  }
}
