package egov.kiosk.updates.trust;

import egov.kiosk.updates.Refusal;
import egov.kiosk.updates.UpdateRefusedException;
import egov.kiosk.updates.json.Members;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One program for one kind of machine, as it was signed.
 *
 * @param version counts up; what is compared
 * @param name for people
 * @param arch as {@code dpkg --print-architecture} names it
 * @param hardware names of machines it is for; any when empty
 * @param minFrom the lowest version it may follow
 * @param downgradeFrom higher versions from which it is a way down, signed as such
 * @param schemaMin lowest version of the queue's file it can open
 * @param schemaMax highest
 * @param parts what is downloaded
 * @param files what the slot holds, exactly
 */
public record Release(
    long version,
    String name,
    String arch,
    List<String> hardware,
    long minFrom,
    List<Long> downgradeFrom,
    int schemaMin,
    int schemaMax,
    List<Part> parts,
    List<ReleaseFile> files) {
  private static final int MOST_PARTS = 16;
  private static final int MOST_FILES = 10_000;
  private static final int MOST_NAMES = 64;
  private static final int LARGEST_SCHEMA = 1_000_000;
  private static final long LARGEST = 2L << 30;

  /** Copies the lists. */
  public Release {
    hardware = List.copyOf(hardware);
    downgradeFrom = List.copyOf(downgradeFrom);
    parts = List.copyOf(parts);
    files = List.copyOf(files);
  }

  static Release of(Members said) throws UpdateRefusedException {
    List<Part> parts = new ArrayList<>();
    for (Members part : said.objects("parts", MOST_PARTS)) {
      parts.add(Part.of(part));
    }
    List<ReleaseFile> files = new ArrayList<>();
    for (Members file : said.objects("files", MOST_FILES)) {
      files.add(ReleaseFile.of(file, parts.size()));
    }
    Release release =
        new Release(
            said.number("version", SignedMetadata.LARGEST_VERSION),
            said.text("name", "[A-Za-z0-9][A-Za-z0-9._+-]{0,47}"),
            said.text("arch", "[a-z0-9]{2,16}"),
            said.texts("hardware", MOST_NAMES),
            said.number("minFrom", SignedMetadata.LARGEST_VERSION),
            said.numbers("downgradeFrom", MOST_NAMES),
            (int) said.number("schemaMin", LARGEST_SCHEMA),
            (int) said.number("schemaMax", LARGEST_SCHEMA),
            parts,
            files);
    said.done();
    release.demandSense();
    return release;
  }

  private void demandSense() throws UpdateRefusedException {
    Set<String> names = new HashSet<>();
    Set<String> folders = new HashSet<>();
    for (ReleaseFile file : files) {
      if (!names.add(file.path().toLowerCase(Locale.ROOT))) {
        throw malformed("names a file twice, perhaps in other letters");
      }
      for (String at = file.path(); at.indexOf('/') > 0; ) {
        at = at.substring(0, at.lastIndexOf('/'));
        folders.add(at.toLowerCase(Locale.ROOT));
      }
    }
    if (folders.stream().anyMatch(names::contains)) {
      throw malformed("has a file where it has a directory");
    }
    if (version == 0 || files.isEmpty() || schemaMin > schemaMax || size() > LARGEST) {
      throw malformed("is empty, too large, or its schema range is upside down");
    }
    if (parts.stream().map(Part::name).distinct().count() != parts.size()) {
      throw malformed("names a part twice");
    }
  }

  /** Bytes of all files. */
  public long size() {
    return files.stream().mapToLong(ReleaseFile::length).sum();
  }

  private UpdateRefusedException malformed(String why) {
    return new UpdateRefusedException(Refusal.MALFORMED, "release " + version + " " + why);
  }
}
