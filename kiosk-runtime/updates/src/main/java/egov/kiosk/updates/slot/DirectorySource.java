package egov.kiosk.updates.slot;

import egov.kiosk.updates.Refusal;
import egov.kiosk.updates.UpdateRefusedException;
import egov.kiosk.updates.disk.Disk;
import egov.kiosk.updates.trust.MetadataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Metadata in a directory: what was downloaded, or a stick. Follows no link. */
public record DirectorySource(Path directory) implements MetadataSource {
  @Override
  public Optional<byte[]> fetch(String name, int longest)
      throws IOException, UpdateRefusedException {
    Path file = directory.resolve(name);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    if (Files.size(file) > longest) {
      throw new UpdateRefusedException(
          Refusal.MALFORMED, name + " is longer than " + longest + " bytes");
    }
    return Optional.of(Disk.small(file, longest));
  }
}
