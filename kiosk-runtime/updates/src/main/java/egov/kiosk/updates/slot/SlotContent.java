package egov.kiosk.updates.slot;

import egov.kiosk.crypto.sm.Sm3;
import egov.kiosk.updates.Refusal;
import egov.kiosk.updates.UpdateRefusedException;
import egov.kiosk.updates.disk.Disk;
import egov.kiosk.updates.trust.Release;
import egov.kiosk.updates.trust.ReleaseFile;
import egov.kiosk.updates.trust.Role;
import egov.kiosk.updates.trust.Targets;
import egov.kiosk.updates.trust.TrustStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A slot as it lies on the disk: exactly the files that were signed, each with its digest, nothing
 * more, no link. What was signed is known by the pin from outside, or else by signatures.
 */
public final class SlotContent {
  /** There is a whole release when this is there; written last. */
  public static final String COMPLETE = ".complete";

  static final String TARGETS = Role.TARGETS.fileName();
  private static final Set<String> OWN = Set.of(COMPLETE, TARGETS);
  private static final Pattern MARK = Pattern.compile("([0-9]{1,12}) ([a-z0-9]{2,16})\n");

  private final Path slot;

  /** The slot in a directory. */
  public SlotContent(Path slot) {
    this.slot = slot;
  }

  /** What the mark of a whole install says. */
  static byte[] mark(Release release) {
    return (release.version() + " " + release.arch() + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Which release lies here, from its signed list; says nothing about its files.
   *
   * @param pin what was installed, if it is known
   */
  public Release release(Optional<Pin> pin, TrustStore trust) throws UpdateRefusedException {
    byte[] list;
    Matcher mark;
    try {
      mark =
          MARK.matcher(
              new String(Disk.small(slot.resolve(COMPLETE), 64), StandardCharsets.US_ASCII));
      list = Disk.small(slot.resolve(TARGETS), Role.TARGETS.longest());
    } catch (NoSuchFileException e) {
      throw damaged("it was not installed to its end");
    } catch (IOException e) {
      throw damaged("its mark or its list cannot be read");
    }
    if (!mark.matches()) {
      throw damaged("its mark is none");
    }
    boolean known =
        pin.map(one -> one.sm3().equals(HexFormat.of().formatHex(Sm3.digest(list)))).orElse(false);
    Targets targets = known ? Targets.pinned(list) : Targets.installed(list, trust.newestFirst());
    return targets
        .release(Long.parseLong(mark.group(1)), mark.group(2))
        .orElseThrow(() -> damaged("its list does not name it"));
  }

  /**
   * Looks at every byte.
   *
   * @throws UpdateRefusedException {@link Refusal#CONTENT} naming the first file that differs
   */
  public Release verify(Optional<Pin> pin, TrustStore trust) throws UpdateRefusedException {
    Release release = release(pin, trust);
    verify(release);
    return release;
  }

  void verify(Release release) throws UpdateRefusedException {
    try {
      Map<String, ReleaseFile> expected = new HashMap<>();
      release.files().forEach(file -> expected.put(file.path(), file));
      Files.walkFileTree(slot, new Visitor(expected));
      if (!expected.isEmpty()) {
        throw damaged(expected.keySet().iterator().next() + " is missing");
      }
      // By as many threads as there are cores: this is most of what a start waits for.
      release.files().parallelStream().forEach(this::demandContent);
    } catch (Damage e) {
      throw damaged(e.getMessage());
    } catch (UncheckedIOException e) {
      throw damaged(e.getCause().getMessage());
    } catch (IOException e) {
      throw damaged("it cannot be read: " + e.getClass().getSimpleName());
    }
  }

  private void demandContent(ReleaseFile file) {
    try {
      if (!FileDigest.of(slot.resolve(file.path())).equals(file.sm3())) {
        throw new UncheckedIOException(new Damage(file.path() + " is not as it was signed"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(new Damage(file.path() + " cannot be read"));
    }
  }

  private UpdateRefusedException damaged(String why) {
    return new UpdateRefusedException(Refusal.CONTENT, slot + " is not whole: " + why);
  }

  private static final class Damage extends IOException {
    private static final long serialVersionUID = 1L;

    Damage(String message) {
      super(message);
    }
  }

  private final class Visitor extends SimpleFileVisitor<Path> {
    private final Map<String, ReleaseFile> expected;

    Visitor(Map<String, ReleaseFile> expected) {
      this.expected = expected;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      String path = slot.relativize(file).toString();
      if (!attributes.isRegularFile()) {
        throw new Damage("it holds something that is no plain file");
      }
      if (OWN.contains(path)) {
        return FileVisitResult.CONTINUE;
      }
      ReleaseFile signed = expected.remove(path);
      if (signed == null) {
        throw new Damage("it holds a file that nobody signed");
      }
      if (attributes.size() != signed.length()) {
        throw new Damage(path + " is not as it was signed");
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
