package egov.kiosk.emulator;

import egov.kiosk.emulator.cabinet.CabinetEmulator;
import egov.kiosk.emulator.camera.CameraEmulator;
import egov.kiosk.emulator.control.ControlLoop;
import egov.kiosk.emulator.control.Emulator;
import egov.kiosk.emulator.control.Scripted;
import egov.kiosk.emulator.control.UsageException;
import egov.kiosk.emulator.network.NetworkEmulator;
import egov.kiosk.emulator.printer.PrinterEmulator;
import egov.kiosk.emulator.reader.ReaderEmulator;
import egov.kiosk.emulator.scanner.ScannerEmulator;
import egov.kiosk.emulator.socialcard.SocialCardEmulator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Starts one emulator as a process of its own: {@code reader}, {@code printer}, {@code camera},
 * {@code social-card}, {@code scanner}, {@code cabinet} or {@code network}.
 *
 * <p>Exit codes: 0 the input ended, 64 the command line makes no sense, 70 the device could not be
 * set up. Logs go to stderr; stdout carries the control answers only.
 */
public final class Main {
  private static final int USAGE = 64;
  private static final int CANNOT_START = 70;
  private static final String KINDS =
      "reader, printer, camera, social-card, scanner, cabinet or network";

  private Main() {}

  /**
   * Runs until stdin ends.
   *
   * @param arguments the kind, then its options
   */
  public static void main(String[] arguments) {
    System.setProperty("java.awt.headless", "true");
    System.exit(run(Arrays.asList(arguments)));
  }

  private static int run(List<String> arguments) {
    if (arguments.isEmpty()) {
      System.err.println("emulator: say which: " + KINDS);
      return USAGE;
    }
    try (Emulator emulator =
        new Scripted(start(arguments.get(0), arguments.subList(1, arguments.size())))) {
      // Also taken away when the process is told to end by a signal.
      Runtime.getRuntime().addShutdownHook(new Thread(emulator::close, "emulator-shutdown"));
      BufferedReader orders =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      new ControlLoop(orders, new PrintStream(System.out, true, StandardCharsets.UTF_8), System.err)
          .serve(emulator);
      return 0;
    } catch (UsageException e) {
      System.err.println("emulator: " + e.getMessage());
      return USAGE;
    } catch (IOException e) {
      System.err.println("emulator: cannot start: " + e.getMessage());
      return CANNOT_START;
    }
  }

  private static Emulator start(String kind, List<String> options)
      throws UsageException, IOException {
    return switch (kind) {
      case "reader" -> ReaderEmulator.start(options);
      case "printer" -> PrinterEmulator.start(options);
      case "camera" -> CameraEmulator.start(options);
      case "social-card" -> SocialCardEmulator.start(options);
      case "scanner" -> ScannerEmulator.start(options);
      case "cabinet" -> CabinetEmulator.start(options);
      case "network" -> NetworkEmulator.start(options);
      default -> throw new UsageException("unknown kind " + kind + ", expected " + KINDS);
    };
  }
}
