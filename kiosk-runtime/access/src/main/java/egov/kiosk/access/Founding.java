package egov.kiosk.access;

import egov.kiosk.access.book.Book;
import egov.kiosk.access.book.BookPlace;
import egov.kiosk.access.book.Member;
import egov.kiosk.access.book.Offline;
import egov.kiosk.access.book.PinState;
import egov.kiosk.access.book.Secret;
import egov.kiosk.access.book.Shelf;
import egov.kiosk.access.pin.Draw;
import egov.kiosk.access.pin.PinHasher;
import egov.kiosk.crypto.custody.PrivateFile;
import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.access.StaffRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first start: one administrator, with a secret drawn for this kiosk alone that lies in a file
 * of mode 0600 until it is first used. There is no other way in, and none that is the same at two
 * kiosks.
 */
final class Founding implements Shelf.Founder {
  /** What the pepper of PINs is derived for. */
  static final String PEPPER = "egov.kiosk access pepper 1";

  /** The badge of the first administrator. */
  static final Badge FIRST = new Badge("admin");

  private static final Logger LOG = LoggerFactory.getLogger(Founding.class);

  private final BookPlace place;
  private final SecureRandom random;
  private final Supplier<Offline> offline;

  Founding(BookPlace place, SecureRandom random, Supplier<Offline> offline) {
    this.place = place;
    this.random = random;
    this.offline = offline;
  }

  @Override
  public Book found(Secret secret) throws IOException {
    String word = new Draw(random).startSecret();
    Files.createDirectories(
        place.directory(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    PrivateFile.replace(place.startSecret(), (word + "\n").getBytes(StandardCharsets.US_ASCII));
    LOG.warn(
        "First start: badge {} signs in with the secret in {}, which is deleted when it is used",
        FIRST,
        place.startSecret());
    PinHasher hasher = new PinHasher(secret.derive(PEPPER), random);
    return Book.first(
        Member.of(FIRST, StaffRole.ADMINISTRATOR, PinState.START, hasher.keep(word)),
        offline.get());
  }
}
