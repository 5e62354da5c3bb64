package egov.kiosk.audit.verify;

import egov.kiosk.audit.AuditTrail;
import egov.kiosk.audit.Lab;
import egov.kiosk.audit.record.Draft;
import egov.kiosk.audit.record.Entry;
import egov.kiosk.audit.record.Rewrite;
import egov.kiosk.domain.audit.AuditAnchor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A log as somebody with the disk in their hands has it: its lines by file, to be changed. */
final class Copy {
  final Map<String, List<String>> files = new TreeMap<>();

  /** A place in the log. */
  record Place(String file, int line, Entry entry) {}

  /** A log of several segments with signed heads, and the platform's newest anchor of it. */
  record Original(Map<String, List<String>> files, List<AuditAnchor> anchors, Lab lab) {
    Copy copy() {
      Copy copy = new Copy();
      files.forEach((name, lines) -> copy.files.put(name, new ArrayList<>(lines)));
      return copy;
    }
  }

  static Original original(Path directory) throws Exception {
    Lab lab = new Lab(directory);
    for (int run = 0; run < 3; run++) {
      try (AuditTrail trail = lab.open()) {
        for (int i = 0; i < 14; i++) {
          lab.pass(java.time.Duration.ofSeconds(7));
          trail.record(Lab.lasting(i));
          if (i % 5 == 4) {
            trail.checkpoint();
          }
        }
      }
      lab.pass(java.time.Duration.ofMinutes(1));
    }
    try (AuditTrail trail = lab.open()) {
      trail.beat();
    }
    AuditAnchor anchor =
        AuditAnchor.parse(lab.sent.get(0).getBytes(StandardCharsets.US_ASCII)).orElseThrow();
    return new Original(new Copy().read(directory).files, List.of(anchor), lab);
  }

  private Copy read(Path directory) throws IOException {
    try (Stream<Path> all = Files.list(directory)) {
      for (Path path : all.filter(one -> one.toString().endsWith(".jsonl")).toList()) {
        files.put(path.getFileName().toString(), new ArrayList<>(Files.readAllLines(path)));
      }
    }
    return this;
  }

  /** Every record, in order. */
  List<Place> places() {
    List<Place> places = new ArrayList<>();
    files.forEach(
        (name, lines) -> {
          for (int i = 0; i < lines.size(); i++) {
            places.add(new Place(name, i, Rewrite.parse(lines.get(i))));
          }
        });
    return places;
  }

  /**
   * Says something else in a record, and hashes it and everything behind it anew, as whoever has no
   * key can.
   */
  void rechain(Place from, Draft draft, java.time.Instant time) {
    boolean behind = false;
    String previous = "";
    for (Place place : places()) {
      boolean here = place.entry().sequence() == from.entry().sequence();
      if (here || behind) {
        Entry old = place.entry();
        String line =
            Rewrite.line(
                old.sequence(),
                here ? time : old.time(),
                old,
                here ? draft : old.draft(),
                here ? old.previous() : previous);
        files.get(place.file()).set(place.line(), line);
        behind = true;
        previous = Rewrite.parse(line).sm3();
      }
    }
  }

  Path write(Path directory) throws IOException {
    for (Map.Entry<String, List<String>> file : files.entrySet()) {
      Files.writeString(
          directory.resolve(file.getKey()), String.join("\n", file.getValue()) + "\n");
    }
    return directory;
  }
}
