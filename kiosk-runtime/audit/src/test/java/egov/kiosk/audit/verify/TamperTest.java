package egov.kiosk.audit.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.audit.record.Draft;
import egov.kiosk.audit.record.Entry;
import egov.kiosk.audit.record.Rewrite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Attack tests H01 and H02: whatever is done to the files at whatever place, it is found, and the
 * first bad record is named.
 */
class TamperTest {
  private static final int TRIES = 150;
  private static Path work;
  private static Copy.Original original;

  @BeforeContainer
  static void record() throws Exception {
    work = Files.createTempDirectory("audit-tamper");
    original = Copy.original(Files.createDirectory(work.resolve("original")));
  }

  @AfterContainer
  static void clean() throws IOException {
    delete(work);
  }

  static void delete(Path directory) throws IOException {
    try (var files = Files.walk(directory)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private interface Attack {
    void on(Path directory) throws IOException;
  }

  private static Verdict verdict(Copy copy, Attack attack) throws IOException {
    Path directory = Files.createTempDirectory(work, "try");
    attack.on(copy.write(directory));
    Verdict verdict =
        new Verifier(original.lab().certificates(), original.anchors()).verify(directory);
    delete(directory);
    return verdict;
  }

  private static void found(Verdict verdict, long sequence, String file) {
    assertTrue(verdict.flaw().isPresent(), "not found; expected record " + sequence);
    assertEquals(sequence, verdict.flaw().get().sequence(), verdict.flaw()::toString);
    assertEquals(file, verdict.flaw().get().segment(), verdict.flaw()::toString);
  }

  private static Copy.Place at(Copy copy, int choice) {
    List<Copy.Place> places = copy.places();
    return places.get(Math.floorMod(choice, places.size()));
  }

  @Property(tries = 1)
  @Label("the untouched log is whole")
  void untouched_whole() throws IOException {
    Verdict verdict = verdict(original.copy(), directory -> {});
    assertEquals(Optional.empty(), verdict.flaw());
    assertTrue(verdict.checkpoints() >= 9 && verdict.signed(), verdict::toString);
  }

  @Property(tries = 2 * TRIES)
  @Label("H01 edit of any byte")
  void h01_anyByteEdited_recordNamed(
      @ForAll int record, @ForAll int offset, @ForAll @ByteRange(min = 1) byte change)
      throws IOException {
    Copy copy = original.copy();
    Copy.Place place = at(copy, record);
    Verdict verdict =
        verdict(
            copy,
            directory -> {
              Path file = directory.resolve(place.file());
              byte[] bytes = Files.readAllBytes(file);
              List<String> lines = copy.files.get(place.file());
              int begin = 0;
              for (int i = 0; i < place.line(); i++) {
                begin += lines.get(i).length() + 1;
              }
              int length = lines.get(place.line()).length() + 1;
              bytes[begin + Math.floorMod(offset, length)] ^= change;
              Files.write(file, bytes);
            });
    found(verdict, place.entry().sequence(), place.file());
  }

  @Property(tries = TRIES)
  @Label("H01 deletion of any record")
  void h01_anyRecordDeleted_placeNamed(@ForAll int record) throws IOException {
    Copy copy = original.copy();
    List<Copy.Place> places = copy.places();
    // The very last one is behind the last anchor: nobody can know of it.
    Copy.Place place = places.get(Math.floorMod(record, places.size() - 1));
    copy.files.get(place.file()).remove(place.line());
    Verdict verdict = verdict(copy, directory -> {});
    assertEquals(place.entry().sequence(), verdict.flaw().orElseThrow().sequence());
  }

  @Property(tries = TRIES)
  @Label("H01 splice of a true record at another place")
  void h01_recordCopiedElsewhere_placeNamed(@ForAll int record, @ForAll int where)
      throws IOException {
    Copy copy = original.copy();
    Copy.Place source = at(copy, record);
    Copy.Place place = at(copy, where);
    String line = copy.files.get(source.file()).get(source.line());
    copy.files.get(place.file()).add(place.line(), line);
    long expected = Math.min(source.entry().sequence(), place.entry().sequence());
    found(verdict(copy, directory -> {}), expected, place.file());
  }

  @Property(tries = TRIES)
  @Label("H01 forged record inserted, with sound hash and the right predecessor")
  void h01_forgedRecordInserted_placeNamed(@ForAll int where) throws IOException {
    Copy copy = original.copy();
    Copy.Place place = at(copy, where);
    Entry entry = place.entry();
    Draft forged = altered(entry);
    copy.files
        .get(place.file())
        .add(
            place.line(),
            Rewrite.line(entry.sequence(), entry.time(), entry, forged, entry.previous()));
    assertEquals(entry.sequence(), verdict(copy, directory -> {}).flaw().orElseThrow().sequence());
  }

  private static Draft altered(Entry entry) {
    Draft old = entry.draft();
    boolean own = old.action().startsWith("log.");
    return new Draft(
        "technician",
        old.code(),
        own ? old.action() : "order",
        "unknown",
        old.dataClass(),
        old.subject(),
        old.attributes());
  }

  @Property(tries = TRIES)
  @Label("H01 two records change places")
  void h01_recordsSwapped_firstNamed(@ForAll int one, @ForAll int other) throws IOException {
    Copy copy = original.copy();
    Copy.Place a = at(copy, one);
    Copy.Place b = at(copy, other);
    if (a.entry().sequence() == b.entry().sequence()) {
      return;
    }
    String line = copy.files.get(a.file()).get(a.line());
    copy.files.get(a.file()).set(a.line(), copy.files.get(b.file()).get(b.line()));
    copy.files.get(b.file()).set(b.line(), line);
    Copy.Place first = a.entry().sequence() < b.entry().sequence() ? a : b;
    found(verdict(copy, directory -> {}), first.entry().sequence(), first.file());
  }

  @Property(tries = TRIES)
  @Label("H01 re-chained: altered and everything behind hashed anew")
  void h01_rechained_nextSignedHeadNamed(@ForAll int record) throws IOException {
    Copy copy = original.copy();
    Copy.Place place = at(copy, record);
    long sequence = place.entry().sequence();
    long last = original.anchors().get(0).head().sequence();
    if (sequence > last) {
      return;
    }
    copy.rechain(place, altered(place.entry()), place.entry().time());
    long named =
        copy.places().stream()
            .map(Copy.Place::entry)
            .filter(entry -> entry.is(Draft.Own.CHECKPOINT) && entry.number("covers") >= sequence)
            .mapToLong(Entry::sequence)
            .min()
            .orElse(last);
    Verdict verdict = verdict(copy, directory -> {});
    long found = verdict.flaw().orElseThrow().sequence();
    assertTrue(found <= Math.min(named, last) || found == named, verdict.flaw()::toString);
    assertTrue(found >= sequence, verdict.flaw()::toString);
  }

  @Property(tries = TRIES)
  @Label("H03 a time set back in the files, everything behind hashed anew")
  void h03_timeSetBack_recordNamed(@ForAll int record, @ForAll @IntRange(min = 1) int seconds)
      throws IOException {
    Copy copy = original.copy();
    List<Copy.Place> places = copy.places();
    int at = 1 + Math.floorMod(record, places.size() - 1);
    Copy.Place place = places.get(at);
    Instant before = places.get(at - 1).entry().time();
    copy.rechain(place, place.entry().draft(), before.minus(Duration.ofSeconds(seconds)));
    found(verdict(copy, directory -> {}), place.entry().sequence(), place.file());
  }

  @Property(tries = 2 * TRIES)
  @Label("H02 any file cut off at any byte")
  void h02_fileCutOff_firstMissingNamed(@ForAll int record, @ForAll int offset) throws IOException {
    Copy copy = original.copy();
    Copy.Place place = at(copy, record);
    long last = original.anchors().get(0).head().sequence();
    int line = copy.files.get(place.file()).get(place.line()).length() + 1;
    int kept = Math.floorMod(offset, line);
    if (place.entry().sequence() > last && kept == 0) {
      return;
    }
    Verdict verdict =
        verdict(
            copy,
            directory -> {
              List<String> lines = copy.files.get(place.file()).subList(0, place.line());
              long begin = lines.stream().mapToLong(one -> one.length() + 1).sum();
              byte[] bytes = Files.readAllBytes(directory.resolve(place.file()));
              Files.write(
                  directory.resolve(place.file()),
                  java.util.Arrays.copyOf(bytes, (int) begin + kept));
            });
    assertEquals(place.entry().sequence(), verdict.flaw().orElseThrow().sequence());
  }

  @Property(tries = 12)
  @Label("H02 any file missing")
  void h02_fileMissing_itsFirstRecordNamed(@ForAll int choice) throws IOException {
    Copy copy = original.copy();
    List<String> names = List.copyOf(copy.files.keySet());
    String name = names.get(Math.floorMod(choice, names.size()));
    long first = Rewrite.parse(copy.files.remove(name).get(0)).sequence();
    Verdict verdict = verdict(copy, directory -> {});
    assertEquals(first, verdict.flaw().orElseThrow().sequence());
  }

  @Property(tries = TRIES)
  @Label("H01 arbitrary bytes in place of a file never upset the verifier")
  void h01_anyBytes_found(@ForAll byte[] bytes) throws IOException {
    Copy copy = original.copy();
    String name = copy.files.keySet().iterator().next();
    Verdict verdict = verdict(copy, directory -> Files.write(directory.resolve(name), bytes));
    assertTrue(verdict.flaw().isPresent(), new String(bytes, StandardCharsets.ISO_8859_1));
  }
}
