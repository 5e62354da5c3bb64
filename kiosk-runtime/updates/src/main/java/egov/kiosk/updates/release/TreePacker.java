package egov.kiosk.updates.release;

import egov.kiosk.updates.slot.FileDigest;
import egov.kiosk.updates.trust.ReleaseFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Packs a runnable tree into parts: {@code jre/} changes seldom and is one, everything else the
 * other. Links inside the tree are followed, because a slot has none.
 */
public final class TreePacker {
  private static final List<String> PARTS = List.of("jre", "app");

  private final Path tree;

  /** A tree as {@code packaging/distribution} makes it. */
  public TreePacker(Path tree) {
    this.tree = tree;
  }

  /**
   * Writes the parts into a directory.
   *
   * @return the release as the targets will say it
   * @throws IOException also when a file has a name no release may have
   */
  public Map<String, Object> pack(Draft draft, Path into) throws IOException {
    Files.createDirectories(into);
    List<Map<String, Object>> parts = new ArrayList<>();
    List<Map<String, Object>> files = new ArrayList<>();
    for (String part : PARTS) {
      List<String> own = paths(part);
      if (!own.isEmpty()) {
        long number = parts.size();
        Path archive =
            into.resolve("kiosk-%d-%s-%s.tar".formatted(draft.version(), draft.arch(), part));
        write(archive, own);
        parts.add(
            Map.of(
                "name", archive.getFileName().toString(),
                "length", Files.size(archive),
                "sm3", FileDigest.of(archive)));
        for (String path : own) {
          files.add(file(path, number));
        }
      }
    }
    return draft.json(parts, files);
  }

  private List<String> paths(String part) throws IOException {
    try (Stream<Path> all = Files.walk(tree, FileVisitOption.FOLLOW_LINKS)) {
      List<String> paths =
          all.filter(Files::isRegularFile)
              .map(file -> tree.relativize(file).toString())
              .filter(path -> path.startsWith("jre/") == part.equals("jre"))
              .sorted()
              .toList();
      for (String path : paths) {
        if (!ReleaseFile.allows(path)) {
          throw new IOException(path + " is no name a file of a release may have");
        }
      }
      return paths;
    }
  }

  private void write(Path archive, List<String> paths) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(archive), 1 << 16)) {
      Tar tar = new Tar(out);
      for (String path : paths) {
        tar.add(path, tree.resolve(path));
      }
      tar.end();
    }
  }

  private Map<String, Object> file(String path, long part) throws IOException {
    Path file = tree.resolve(path);
    Map<String, Object> json = new TreeMap<>();
    json.put("path", path);
    json.put("length", Files.size(file));
    json.put("sm3", FileDigest.of(file));
    json.put("time", Files.getLastModifiedTime(file).toInstant().getEpochSecond());
    json.put("runs", Files.isExecutable(file));
    json.put("part", part);
    return json;
  }
}
