package egov.kiosk.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The emulators as the processes they are in the demo. */
class MainTest {
  @TempDir Path folder;

  private static ChildProcess emulator(String... arguments) throws Exception {
    return ChildProcess.start(Main.class.getName(), Map.of(), List.of(arguments));
  }

  @Test
  void reader_endOfInput_endsCleanlyAndTakesItsLinkAway() throws Exception {
    Path link = folder.resolve("ttyIDR");
    try (ChildProcess reader = emulator("reader", "--link", link.toString())) {
      assertTrue(reader.line().startsWith("ready kind=reader link=" + link + " terminal=/dev/pts"));
      assertTrue(Files.isSymbolicLink(link));
      assertEquals("ok resident", reader.ask("place resident"));
      assertEquals("error unknown order dance", reader.ask("dance"));
      assertEquals(0, reader.endInput());
      assertFalse(Files.exists(link, LinkOption.NOFOLLOW_LINKS));
    }
  }

  @Test
  void reader_terminated_takesItsLinkAway() throws Exception {
    Path link = folder.resolve("ttyIDR");
    try (ChildProcess reader = emulator("reader", "--link", link.toString())) {
      assertTrue(reader.line().startsWith("ready "));
      assertEquals(143, reader.terminate());
      assertFalse(Files.exists(link, LinkOption.NOFOLLOW_LINKS));
    }
  }

  @Test
  void printer_ready_namesAFreePort() throws Exception {
    try (ChildProcess printer = emulator("printer", "--port", "0", "--out", folder.toString())) {
      assertTrue(printer.line().matches("ready kind=printer port=\\d+"));
      assertEquals("ok 0 -", printer.ask("slips"));
      assertEquals(0, printer.endInput());
    }
  }

  @Test
  void camera_ended_looksUnplugged() throws Exception {
    try (ChildProcess camera = emulator("camera", "--dir", folder.toString())) {
      assertTrue(camera.line().startsWith("ready kind=camera dir=" + folder + " node="));
      assertTrue(Files.exists(folder.resolve("frame.jpg")));
      assertFalse(Files.exists(folder.resolve("unplug")));
      assertEquals(0, camera.endInput());
      assertTrue(Files.exists(folder.resolve("unplug")));
    }
  }

  @Test
  void network_ready_namesAFreePort() throws Exception {
    try (ChildProcess network = emulator("network", "--listen", "0", "--target", "127.0.0.1:9")) {
      assertTrue(network.line().matches("ready kind=network port=\\d+"));
      assertEquals("ok", network.ask("cut"));
      assertEquals("ok connections=0 accepted=0 up=0 down=0", network.ask("stats"));
      assertEquals(0, network.endInput());
    }
  }

  @Test
  void senselessCommandLine_start_exitsWith64() throws Exception {
    for (String[] arguments :
        List.of(new String[0], new String[] {"toaster"}, new String[] {"printer", "--size", "1"})) {
      try (ChildProcess child = emulator(arguments)) {
        assertEquals(64, child.exitCode());
      }
    }
  }

  @Test
  void impossibleDevice_start_exitsWith70() throws Exception {
    Path nowhere = folder.resolve("absent/ttyIDR");
    try (ChildProcess child = emulator("reader", "--link", nowhere.toString())) {
      assertEquals(70, child.exitCode());
    }
  }
}
