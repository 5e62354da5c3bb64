package egov.kiosk.access.book;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egov.kiosk.crypto.sm.Sm2PrivateKey;
import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.access.StaffRole;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BookTextTest {
  private static final PinRecord PIN = new PinRecord(60_000, "0a".repeat(16), "0b".repeat(32));
  private static final Book BOOK = sample();

  private static Book sample() {
    KeyCard card = KeyCard.of(Sm2PrivateKey.generate(new SecureRandom()).publicKey());
    Member first =
        Member.of(new Badge("admin"), StaffRole.ADMINISTRATOR, PinState.START, PIN)
            .cards(List.of(card));
    Member second =
        Member.of(new Badge("1001"), StaffRole.COUNTER, PinState.OWN, PIN)
            .pin(PinState.GIVEN, PIN)
            .wrong(7);
    return Book.first(first, new Offline(1_700_000_000L, 12)).with(second).strikes(3, 9);
  }

  @Test
  void book_writtenAndRead_isTheSame() {
    assertEquals(BOOK, BookText.decode(BookText.encode(BOOK)));
  }

  @Property(tries = 2_000)
  void anyBytes_refusedWithoutAnotherError(@ForAll byte[] bytes) {
    assertThrows(IllegalArgumentException.class, () -> BookText.decode(bytes));
  }

  /** What is read is what was written, whatever happens to a byte of it. */
  @Property(tries = 2_000)
  void anyByteChanged_refusedOrWrittenTheSameWay(
      @ForAll @IntRange(max = 1_000_000) int place, @ForAll byte changed) {
    byte[] bytes = BookText.encode(BOOK);
    bytes[place % bytes.length] = changed;
    readsBackOrIsRefused(bytes);
  }

  /** Lines in any order, doubled or left out. */
  @Property(tries = 1_000)
  void linesShuffled_refusedOrWrittenTheSameWay(
      @ForAll @Size(max = 30) List<@IntRange(max = 12) Integer> order) {
    List<String> lines =
        new String(BookText.encode(BOOK), StandardCharsets.US_ASCII).lines().toList();
    StringBuilder text = new StringBuilder();
    order.forEach(line -> text.append(lines.get(line % lines.size())).append('\n'));
    readsBackOrIsRefused(text.toString().getBytes(StandardCharsets.US_ASCII));
  }

  private static void readsBackOrIsRefused(byte[] bytes) {
    Book read;
    try {
      read = BookText.decode(bytes);
    } catch (IllegalArgumentException e) {
      return;
    }
    assertArrayEquals(bytes, BookText.encode(read));
  }

  @Test
  void pins_onlyAFewOfThePastAreKept() {
    Member member = BOOK.find(new Badge("1001")).orElseThrow();
    for (int i = 0; i < 10; i++) {
      member =
          member.pin(PinState.OWN, new PinRecord(60_000, "0a".repeat(16), ("c" + i).repeat(32)));
    }
    assertEquals(Member.PAST, member.past().size());
    assertEquals("c8".repeat(32), member.past().get(0).hash(), "newest first");
  }
}
