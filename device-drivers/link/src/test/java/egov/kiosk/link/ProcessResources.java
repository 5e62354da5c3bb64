package egov.kiosk.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What this process holds of the machine, as Linux counts it. */
record ProcessResources(long descriptors, long threads, long heapBytes) {
  static ProcessResources now() throws IOException {
    Runtime runtime = Runtime.getRuntime();
    long heap = Long.MAX_VALUE;
    // One collection leaves what finalisation still holds.
    for (int i = 0; i < 3; i++) {
      System.gc();
      heap = Math.min(heap, runtime.totalMemory() - runtime.freeMemory());
    }
    return new ProcessResources(count("/proc/self/fd"), count("/proc/self/task"), heap);
  }

  private static long count(String folder) throws IOException {
    try (Stream<Path> entries = Files.list(Path.of(folder))) {
      return entries.count();
    }
  }
}
