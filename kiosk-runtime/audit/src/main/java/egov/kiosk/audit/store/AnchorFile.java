package egov.kiosk.audit.store;

import egov.kiosk.domain.audit.AuditAnchor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The head that was last on its way to the platform, and the newest one that is not yet: {@code
 * anchor}, two lines, replaced as a whole. The first is written before that head is sent, so the
 * platform never knows a head this kiosk does not, unless somebody put the kiosk back. Safe for
 * several threads.
 */
public final class AnchorFile {
  private final Path path;
  private Optional<AuditAnchor> sent = Optional.empty();
  private Optional<AuditAnchor> pending = Optional.empty();

  private AnchorFile(Path path) {
    this.path = path;
  }

  /** Reads what was kept; what is damaged counts as not there. */
  public static AnchorFile open(Path directory) throws IOException {
    AnchorFile file = new AnchorFile(directory.resolve("anchor"));
    try {
      if (Files.size(file.path) <= 2 * (AuditAnchor.LARGEST + 1)) {
        List<String> lines = Files.readAllLines(file.path, StandardCharsets.ISO_8859_1);
        file.sent = line(lines, 0);
        file.pending = line(lines, 1);
      }
    } catch (NoSuchFileException e) {
      // Nothing was signed yet.
    }
    return file;
  }

  private static Optional<AuditAnchor> line(List<String> lines, int at) {
    return at < lines.size()
        ? AuditAnchor.parse(lines.get(at).getBytes(StandardCharsets.ISO_8859_1))
        : Optional.empty();
  }

  /** The head last on its way to the platform, whether it arrived or not. */
  public synchronized Optional<AuditAnchor> sent() {
    return sent;
  }

  /** The newest head that the broker has not taken yet. */
  public synchronized Optional<AuditAnchor> pending() {
    return pending;
  }

  /** The newest head this kiosk signed, as far as this file knows. */
  public synchronized Optional<AuditAnchor> newest() {
    return pending.or(() -> sent);
  }

  /** There is a newer head to hand over; one that waited for its turn is forgotten. */
  public synchronized void offer(AuditAnchor anchor) throws IOException {
    write(sent, Optional.of(anchor));
  }

  /** This head is about to be sent. */
  public synchronized void sending(AuditAnchor anchor) throws IOException {
    if (!sent.map(AuditAnchor::json).equals(Optional.of(anchor.json()))) {
      write(Optional.of(anchor), pending);
    }
  }

  /** The broker took this head. */
  public synchronized void taken(AuditAnchor anchor) throws IOException {
    if (pending.map(AuditAnchor::json).equals(Optional.of(anchor.json()))) {
      write(sent, Optional.empty());
    }
  }

  private void write(Optional<AuditAnchor> nowSent, Optional<AuditAnchor> nowPending)
      throws IOException {
    String text =
        nowSent.map(AuditAnchor::json).orElse("")
            + "\n"
            + nowPending.map(AuditAnchor::json).orElse("")
            + "\n";
    Disk.replace(path, text.getBytes(StandardCharsets.US_ASCII));
    sent = nowSent;
    pending = nowPending;
  }
}
