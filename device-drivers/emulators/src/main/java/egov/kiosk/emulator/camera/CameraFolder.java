package egov.kiosk.emulator.camera;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The folder between emulator and shim; see the package's description. */
final class CameraFolder {
  private final Path folder;

  private CameraFolder(Path folder) {
    this.folder = folder;
  }

  /** Opens a folder, making it if needed. */
  static CameraFolder open(Path folder) throws IOException {
    Files.createDirectories(folder);
    return new CameraFolder(folder);
  }

  Path path() {
    return folder;
  }

  /** A file that is there while the camera is plugged in. */
  Path node() {
    return folder.resolve("video0");
  }

  /** Replaces the frame whole. */
  void show(byte[] jpeg) throws IOException {
    Path unfinished = folder.resolve("frame.jpg.part");
    Files.write(unfinished, jpeg);
    Files.move(unfinished, folder.resolve("frame.jpg"), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Says what size the camera's driver announces; 1280 by 720 unless told otherwise. */
  void size(int width, int height) throws IOException {
    Files.writeString(folder.resolve("size"), width + "x" + height);
  }

  void plug() throws IOException {
    Files.deleteIfExists(folder.resolve("stall"));
    Files.deleteIfExists(folder.resolve("unplug"));
    Files.write(node(), new byte[0]);
  }

  void unplug() throws IOException {
    Files.write(folder.resolve("unplug"), new byte[0]);
    Files.deleteIfExists(node());
  }

  void stall() throws IOException {
    Files.write(folder.resolve("stall"), new byte[0]);
  }
}
