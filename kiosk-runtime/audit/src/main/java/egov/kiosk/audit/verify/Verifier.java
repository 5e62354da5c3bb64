package egov.kiosk.audit.verify;

import egov.kiosk.audit.store.Lines;
import egov.kiosk.audit.store.Segment;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.domain.audit.AuditAnchor;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * Reads a log and tells whether any record was edited, deleted, inserted, put elsewhere, cut off,
 * or given an earlier time than the one before. Needs nothing but the files. What was cut off
 * behind the last signed head shows only against an anchor of the platform's. Safe for use by any
 * thread.
 */
public final class Verifier {
  private final List<Sm2Certificate> certificates;
  private final List<AuditAnchor> anchors;

  /**
   * @param certificates of the kiosk, past ones too; empty to leave signatures unchecked
   * @param anchors as the platform keeps them; empty when there are none at hand
   */
  public Verifier(List<Sm2Certificate> certificates, List<AuditAnchor> anchors) {
    this.certificates = List.copyOf(certificates);
    this.anchors =
        anchors.stream()
            .sorted(Comparator.comparingLong(anchor -> anchor.head().sequence()))
            .toList();
  }

  /**
   * Reads every segment of a directory.
   *
   * @throws IOException when files cannot be read; a log that is not whole is no exception
   */
  public Verdict verify(Path directory) throws IOException {
    List<Segment> segments = Segment.list(directory);
    Walk walk = new Walk(new Signatures(certificates), anchors);
    Optional<Flaw> flaw = Optional.empty();
    for (Segment segment : segments) {
      if (flaw.isEmpty()) {
        walk.enter(segment);
        flaw = read(segment, walk);
      } else if (walk.unexplained()) {
        explain(segment, walk);
      }
    }
    return walk.verdict(walk.end(flaw, anchors));
  }

  private static Optional<Flaw> read(Segment segment, Walk walk) throws IOException {
    Optional<Flaw> flaw = Optional.empty();
    try (Lines lines = new Lines(segment)) {
      for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
        if (flaw.isEmpty()) {
          flaw = walk.take(line);
        } else if (walk.unexplained()) {
          walk.explain(line);
        } else {
          return flaw;
        }
      }
      return flaw;
    } catch (ZipException | EOFException e) {
      return flaw.or(() -> Optional.of(walk.unreadable("the file cannot be unpacked")));
    }
  }

  private static void explain(Segment segment, Walk walk) throws IOException {
    try (Lines lines = new Lines(segment)) {
      for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
        walk.explain(line);
      }
    } catch (ZipException | EOFException e) {
      // Another flaw was found before this one.
    }
  }
}
