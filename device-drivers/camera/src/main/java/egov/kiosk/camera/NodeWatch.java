package egov.kiosk.camera;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sees that a stream's pictures come from one device: the one its name stood for when the stream
 * began. Another device under the name, or a camera that joins while a citizen is being looked at,
 * ends the stream. Used by the capture thread alone.
 */
final class NodeWatch {
  private static final Pattern CAMERA = Pattern.compile("video\\d+");

  private final String name;
  private final Path named;
  private Node accepted;
  private Set<String> neighbours = Set.of();

  /**
   * @param name the camera's name
   * @param named its device file, often a link of udev's
   */
  NodeWatch(String name, Path named) {
    this.name = name;
    this.named = named;
  }

  /**
   * Resolves the name; the first time, what it finds is accepted.
   *
   * @return the device file itself
   * @throws DeviceException when the name stands for another device now
   */
  Path resolve() throws DeviceException, IOException {
    Node now = Node.of(named);
    if (accepted == null) {
      accepted = now;
    } else if (!now.equals(accepted)) {
      throw other();
    }
    neighbours = cameras();
    return now.file();
  }

  /**
   * A glance while filming.
   *
   * @throws DeviceException when the name stands for another device, or a camera has joined; a name
   *     that is gone is no reason, because the pictures end by themselves
   */
  void glance() throws DeviceException {
    try {
      if (!Node.of(named).equals(accepted)) {
        throw other();
      }
      if (!neighbours.containsAll(cameras())) {
        throw new DeviceException(
            FaultCode.NOT_THE_ACCEPTED_DEVICE,
            name,
            "another camera was plugged in while this one was filming; look who did");
      }
    } catch (IOException gone) {
      // The next read says so.
    }
  }

  private DeviceException other() {
    return new DeviceException(
        FaultCode.NOT_THE_ACCEPTED_DEVICE,
        name,
        "another device is at " + named + " than when the stream began; look who exchanged it");
  }

  private Set<String> cameras() throws IOException {
    try (Stream<Path> files = Files.list(accepted.file().getParent())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> CAMERA.matcher(file).matches())
          .collect(Collectors.toSet());
    }
  }

  /**
   * A device file and its number (0 for a file of another kind).
   *
   * @param file without links
   * @param number the kernel's major and minor number
   */
  private record Node(Path file, Object number) {
    static Node of(Path named) throws IOException {
      Path file = named.toRealPath();
      return new Node(file, Files.getAttribute(file, "unix:rdev"));
    }
  }
}
