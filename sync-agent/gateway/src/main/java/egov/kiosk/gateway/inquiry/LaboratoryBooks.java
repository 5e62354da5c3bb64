package egov.kiosk.gateway.inquiry;

import egov.kiosk.domain.citizen.VerifiedCitizen;
import egov.kiosk.domain.fleet.Question;
import egov.kiosk.domain.inquiry.AnswerFile;
import egov.kiosk.domain.inquiry.Asking;
import egov.kiosk.domain.inquiry.InquiryAnswer;
import egov.kiosk.domain.inquiry.InquiryAnswer.Row;
import egov.kiosk.domain.inquiry.Licence;
import egov.kiosk.domain.inquiry.Wanted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Books of a laboratory: records of people who do not exist, in a file that is read anew for each
 * question, so that it can be written while the worker runs. Never a province's books: {@code
 * --laboratory-books} is refused unless the worker is said to stand in a laboratory.
 *
 * <p>A record is a block of lines {@code name value}, blocks with an empty line between; a line
 * that begins with {@code #} says nothing. {@code card NUMBER}, {@code reference NUMBER}, {@code
 * phone NUMBER} and {@code item CODE} say whose and for what it is; {@code row LABEL=VALUE}, {@code
 * secret LABEL=VALUE}, {@code field NAME=VALUE}, {@code licence TYPE=NAME|NUMBER|LAST DAY|SM3},
 * {@code wanted ID=LABEL|HINT} and {@code as-of WORDS} what is answered. Codes on telephones are
 * those of {@link LaboratoryCodes}. Safe for one thread.
 */
public final class LaboratoryBooks implements Books {
  private static final long LARGEST = 1024 * 1024;

  private final Path file;
  private final LaboratoryCodes codes = new LaboratoryCodes(InstantSource.system());

  /** Whose one record is, and what it says. */
  private static final class Entry {
    private final Map<String, String> of = new HashMap<>();
    private final List<String[]> says = new ArrayList<>();
    private String asOf = "";
  }

  /**
   * @param file UTF-8, at most 1 MiB; looked at with the first question
   */
  public LaboratoryBooks(Path file) {
    this.file = Objects.requireNonNull(file, "file");
  }

  @Override
  public InquiryAnswer answer(Question question) throws IOException {
    Asking asking = question.asking();
    if (asking.purpose() == Asking.Purpose.ENTRY) {
      return codes.redeem(asking).answer();
    }
    for (Entry entry : entries()) {
      boolean application = entry.of.containsKey("reference");
      boolean one =
          switch (asking.purpose()) {
            case INQUIRY ->
                !application
                    && card(entry, asking)
                    && asking.itemCode().equals(entry.of.get("item"));
            case RETRIEVAL ->
                !application && holds(entry) && card(entry, asking) && item(entry, asking);
            case PROGRESS -> application && reference(entry, asking);
            case HANDOVER, ENTRY -> false;
          };
      if (one) {
        try {
          return answer(entry, asking);
        } catch (IllegalArgumentException e) {
          // The constructors' messages name rules and no values.
          throw new IOException("a record of the laboratory's books: " + e.getMessage(), e);
        }
      }
    }
    return InquiryAnswer.NOTHING;
  }

  /** Whether there is anything to fetch in it. */
  private static boolean holds(Entry entry) {
    return entry.says.stream()
        .anyMatch(line -> line[0].equals("field") || line[0].equals("licence"));
  }

  private static boolean card(Entry entry, Asking asking) {
    Optional<String> shown =
        asking.citizen().map(VerifiedCitizen::shown).map(card -> card.number().value());
    return shown.isPresent() && shown.get().equals(entry.of.get("card"));
  }

  private static boolean item(Entry entry, Asking asking) {
    return entry.of.getOrDefault("item", asking.itemCode()).equals(asking.itemCode());
  }

  /** Both numbers whole and equal, or the card's. */
  private static boolean reference(Entry entry, Asking asking) {
    Map<String, String> asked = asking.parameters();
    boolean number = Objects.equals(entry.of.get("reference"), asked.getOrDefault("reference", ""));
    boolean phone = Objects.equals(entry.of.get("phone"), asked.getOrDefault("phone", ""));
    return number && (asking.citizen().isPresent() ? card(entry, asking) : phone);
  }

  private static InquiryAnswer answer(Entry entry, Asking asking) throws IOException {
    List<Row> rows = new ArrayList<>();
    Map<String, String> fields = new HashMap<>();
    List<Licence> licences = new ArrayList<>();
    List<Wanted> wanted = new ArrayList<>();
    List<String> fetched = asked(asking, "fields");
    List<String> types = asked(asking, "licences");
    for (String[] line : entry.says) {
      String name = line[1];
      String[] parts = line[2].split("\\|", -1);
      switch (line[0]) {
        case "row", "secret" -> rows.add(new Row(name, line[2], line[0].equals("secret")));
        case "field" -> {
          if (fetched.contains(name)) {
            fields.put(name, line[2]);
          }
        }
        case "licence" -> {
          if (types.contains(name)) {
            licences.add(new Licence(name, parts[0], parts[1], parts[2], parts[3]));
          }
        }
        default -> wanted.add(new Wanted(name, parts[0], parts[1]));
      }
    }
    return new InquiryAnswer(rows, entry.asOf, fields, licences, wanted, AnswerFile.NONE);
  }

  private static List<String> asked(Asking asking, String name) {
    return Arrays.asList(asking.parameters().getOrDefault(name, "").split(",", -1));
  }

  private List<Entry> entries() throws IOException {
    if (Files.size(file) > LARGEST) {
      throw new IOException("a laboratory's books have at most 1 MiB");
    }
    List<Entry> entries = new ArrayList<>();
    Entry entry = new Entry();
    entries.add(entry);
    int number = 0;
    for (String line : Files.readString(file, StandardCharsets.UTF_8).lines().toList()) {
      number++;
      if (line.isBlank()) {
        entry = new Entry();
        entries.add(entry);
      } else if (!line.startsWith("#")) {
        take(entry, line.strip().split("\\s+", 2), number);
      }
    }
    return entries;
  }

  private static void take(Entry entry, String[] words, int number) throws IOException {
    String value = words.length == 2 ? words[1] : "";
    int equals = value.indexOf('=');
    switch (words[0]) {
      case "card", "reference", "phone", "item" -> entry.of.put(words[0], value);
      case "as-of" -> entry.asOf = value;
      case "row", "secret", "field", "licence", "wanted" -> {
        int least = words[0].equals("licence") ? 4 : words[0].equals("wanted") ? 2 : 1;
        if (equals < 1 || value.split("\\|", -1).length < least) {
          throw new IOException("line " + number + " of the laboratory's books is none");
        }
        entry.says.add(
            new String[] {words[0], value.substring(0, equals), value.substring(equals + 1)});
      }
      default -> throw new IOException("line " + number + " of the laboratory's books is none");
    }
  }
}
