package egov.kiosk.access.book;

import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.access.StaffRole;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The book as lines of ASCII, inside the seal. One book has exactly one text: what is not written
 * again to the last byte is refused.
 */
final class BookText {
  /** More than the fullest book takes. */
  static final int LARGEST = 2 * 1024 * 1024;

  private static final String HEAD = "egov.kiosk staff 1";

  private BookText() {}

  static byte[] encode(Book book) {
    StringBuilder text = new StringBuilder(HEAD).append('\n');
    line(text, "revision", book.revision());
    line(text, "offline", book.offline().lastContact(), book.offline().served());
    for (int place = 0; place < book.strikes().size(); place++) {
      if (book.strikes().get(place) > 0) {
        line(text, "strikes", place, book.strikes().get(place));
      }
    }
    for (Member member : book.everybody()) {
      line(text, "member", member.badge(), member.role(), member.state(), member.wrong());
      pin(text, "pin", member.pin());
      member.past().forEach(pin -> pin(text, "past", pin));
      member.cards().forEach(card -> line(text, "card", card.point()));
    }
    return text.append("end\n").toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static void pin(StringBuilder text, String word, PinRecord pin) {
    line(text, word, pin.iterations(), pin.salt(), pin.hash());
  }

  private static void line(StringBuilder text, String word, Object... values) {
    text.append(word);
    for (Object value : values) {
      text.append(' ').append(value);
    }
    text.append('\n');
  }

  /**
   * Reads a text.
   *
   * @throws IllegalArgumentException when it is none; the message repeats nothing of it
   */
  static Book decode(byte[] bytes) {
    Book book;
    try {
      book = new Reading(new String(bytes, StandardCharsets.US_ASCII)).book();
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      // Without the cause: its text could quote the book.
      throw new IllegalArgumentException("not a book of staff");
    }
    if (!Arrays.equals(encode(book), bytes)) {
      throw new IllegalArgumentException("not a book of staff as this room writes it");
    }
    return book;
  }

  /** One pass over the lines. */
  private static final class Reading {
    private final List<String[]> lines;
    private int at;

    Reading(String text) {
      lines = text.lines().map(line -> line.split(" ", -1)).toList();
    }

    Book book() {
      if (!String.join(" ", lines.get(at++)).equals(HEAD)) {
        throw new IllegalArgumentException("another head");
      }
      String[] revision = expect("revision", 2);
      String[] offline = expect("offline", 3);
      List<Integer> strikes = new ArrayList<>(Collections.nCopies(Book.STRIKES, 0));
      while (next("strikes")) {
        String[] strike = expect("strikes", 3);
        strikes.set(Integer.parseInt(strike[1]), Integer.parseInt(strike[2]));
      }
      SortedMap<Badge, Member> members = new TreeMap<>();
      while (next("member")) {
        Member member = member();
        members.put(member.badge(), member);
      }
      expect("end", 1);
      return new Book(
          Long.parseLong(revision[1]),
          new Offline(Long.parseLong(offline[1]), Long.parseLong(offline[2])),
          strikes,
          members);
    }

    private Member member() {
      String[] head = expect("member", 5);
      PinRecord pin = pin("pin");
      List<PinRecord> past = new ArrayList<>();
      while (next("past")) {
        past.add(pin("past"));
      }
      List<KeyCard> cards = new ArrayList<>();
      while (next("card")) {
        cards.add(new KeyCard(expect("card", 2)[1]));
      }
      return new Member(
          new Badge(head[1]),
          StaffRole.valueOf(head[2]),
          PinState.valueOf(head[3]),
          Integer.parseInt(head[4]),
          pin,
          past,
          cards);
    }

    private PinRecord pin(String word) {
      String[] parts = expect(word, 4);
      return new PinRecord(Integer.parseInt(parts[1]), parts[2], parts[3]);
    }

    private boolean next(String word) {
      return at < lines.size() && lines.get(at)[0].equals(word);
    }

    private String[] expect(String word, int parts) {
      String[] line = lines.get(at++);
      if (!line[0].equals(word) || line.length != parts) {
        throw new IllegalArgumentException("another line");
      }
      return line;
    }
  }
}
