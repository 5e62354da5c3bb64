package egov.kiosk.access;

import egov.kiosk.access.book.Book;
import egov.kiosk.access.book.BookException;
import egov.kiosk.access.book.Member;
import egov.kiosk.access.book.PinState;
import egov.kiosk.access.pin.PinPolicy;
import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.access.StaffRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A list of staff that whoever sets a kiosk up may leave for its first start: one person a line,
 * {@code badge ROLE pin}, with {@code change} behind it when the PIN must be changed first. Read
 * once and deleted. Taken only while nobody has signed in with the start secret, only when its mode
 * is 0600, and never for an administrator: it is no way around the door.
 */
final class StaffList {
  private static final Logger LOG = LoggerFactory.getLogger(StaffList.class);
  private static final Pattern LINE =
      Pattern.compile("(\\S{1,16}) ([A-Z_]{1,16}) ([0-9]{6,12})( change)?");
  private static final int LARGEST = 64 * 1024;

  private record Line(Badge badge, StaffRole role, String pin, PinState state) {}

  private StaffList() {}

  /**
   * Takes the list if there is one.
   *
   * @return how many people it named; 0 when there was none or it was refused, which the log says
   */
  static int take(Desk desk) throws BookException {
    Path file = desk.place.importList();
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return 0;
    }
    Book book = desk.shelf.book();
    if (book.everybody().stream().noneMatch(member -> member.state() == PinState.START)) {
      LOG.warn("{} is not read: an administrator has signed in already; delete it", file);
      return 0;
    }
    Optional<List<Line>> lines = read(file, book);
    if (lines.isEmpty()) {
      return 0;
    }
    List<Member> members = new ArrayList<>();
    for (Line line : lines.get()) {
      members.add(
          Member.of(line.badge(), line.role(), line.state(), desk.hasher().keep(line.pin())));
    }
    desk.change(
        now -> {
          Book grown = now;
          for (Member member : members) {
            grown = grown.with(member);
          }
          return grown;
        });
    try {
      Files.delete(file);
    } catch (IOException e) {
      LOG.warn("{} was read and cannot be deleted: delete it, there are PINs in it", file);
    }
    return members.size();
  }

  private static Optional<List<Line>> read(Path file, Book book) {
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          || Files.size(file) > LARGEST
          || !Files.getPosixFilePermissions(file)
              .equals(PosixFilePermissions.fromString("rw-------"))) {
        LOG.warn("{} is not read: it must be a file of mode 0600 and at most 64 KiB", file);
        return Optional.empty();
      }
      List<Line> lines = new ArrayList<>();
      List<String> texts =
          new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).lines().toList();
      for (int i = 0; i < texts.size(); i++) {
        Optional<Line> line = line(texts.get(i));
        if (line.isEmpty()
            || book.find(line.get().badge()).isPresent()
            || lines.stream().anyMatch(other -> other.badge().equals(line.get().badge()))) {
          LOG.warn(
              "{} is not read: line {} is not \"badge ROLE pin\" with a new badge, a role below"
                  + " ADMINISTRATOR and a PIN that is taken; mend it and start again",
              file,
              i + 1);
          return Optional.empty();
        }
        lines.add(line.get());
      }
      return Optional.of(lines);
    } catch (IOException e) {
      LOG.warn("{} cannot be read by this process", file);
      return Optional.empty();
    }
  }

  private static Optional<Line> line(String text) {
    Matcher parts = LINE.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    Optional<Badge> badge = Badge.of(parts.group(1));
    Optional<StaffRole> role =
        StaffRole.of(parts.group(2)).filter(named -> named != StaffRole.ADMINISTRATOR);
    if (badge.isEmpty()
        || role.isEmpty()
        || PinPolicy.broken(badge.get(), parts.group(3)).isPresent()) {
      return Optional.empty();
    }
    PinState state = parts.group(4) == null ? PinState.OWN : PinState.GIVEN;
    return Optional.of(new Line(badge.get(), role.get(), parts.group(3), state));
  }
}
