package com.acme.scanner;

import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.conformance.Exams;
import egov.kiosk.conformance.Gesture;
import egov.kiosk.conformance.Report;
import egov.kiosk.link.LinkAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The kit is the acceptance: the same examination as at the real device. */
class AcmeScannerTest {
  private int shown;

  @Test
  void acmeScanner_conforms() throws Exception {
    int port = freePort();
    Process device =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                AcmeDevice.class.getName(),
                Integer.toString(port))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    PrintStream orders = new PrintStream(device.getOutputStream(), true);
    BufferedReader answers = new BufferedReader(new InputStreamReader(device.getInputStream()));
    answers.readLine();
    LinkAddress address = LinkAddress.parse("tcp://127.0.0.1:" + port);
    try (AcmeScanner scanner = new AcmeScanner(address, Duration.ofSeconds(2))) {
      Report report =
          new Report(
              scanner.name(),
              "",
              Instant.now(),
              Exams.codeScanner()
                  .run(scanner, gesture -> make(gesture, orders, answers), result -> {}));
      System.out.println(report.markdown());
      assertTrue(report.passed(), report.summary());
    } finally {
      device.destroy();
    }
  }

  private boolean make(Gesture gesture, PrintStream orders, BufferedReader answers)
      throws IOException {
    String order =
        switch (gesture) {
          case SHOW_CODE -> "show 0123456789ABCDEF" + ++shown;
          case SHOW_CODE_AGAIN -> "show 0123456789ABCDEF" + shown;
          case SHOW_FOREIGN_CODE -> "show 6901234567892";
          case UNPLUG -> "unplug";
          case PLUG_IN -> "plug";
          default -> "";
        };
    if (!order.isEmpty()) {
      orders.println(order);
      answers.readLine();
    }
    return !order.isEmpty();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
