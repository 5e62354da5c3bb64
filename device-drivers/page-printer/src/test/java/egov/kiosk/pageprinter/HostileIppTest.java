package egov.kiosk.pageprinter;

import static egov.kiosk.pageprinter.HostileServer.attribute;
import static egov.kiosk.pageprinter.HostileServer.good;
import static egov.kiosk.pageprinter.HostileServer.ok;
import static egov.kiosk.pageprinter.HostileServer.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.print.PageDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attack D06: servers that answer anything but what they should. */
class HostileIppTest {
  private static final Duration SOON = Duration.ofSeconds(4);

  private HostileServer server;

  @BeforeEach
  void listen() throws IOException {
    server = new HostileServer();
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  private IppPagePrinter printer() {
    return new IppPagePrinter(
        PagePrinterSettings.of("ipp://127.0.0.1:" + server.port() + "/ipp/print"), Instant::now);
  }

  private FaultCode failure(HostileServer.Answer given) {
    server.answer = given;
    try (IppPagePrinter printer = printer()) {
      long start = System.nanoTime();
      FaultCode fault = assertThrows(DeviceException.class, () -> printer.ask(SOON)).fault();
      assertTrue(System.nanoTime() - start < 15_000_000_000L, "took too long");
      assertFalse(printer.status().state().usable());
      return fault;
    }
  }

  @Test
  void goodAnswer_isTaken() throws Exception {
    server.answer =
        (id, out) -> {
          ByteArrayOutputStream body = good(id, "utf-8");
          body.write(3);
          ok(out, body.toByteArray());
        };
    try (IppPagePrinter printer = printer()) {
      assertTrue(printer.ask(SOON).state().usable());
    }
  }

  @Test
  void redirectToAnotherHost_isRefusedAndNotFollowed() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      other.setSoTimeout(200);
      assertEquals(
          FaultCode.PROTOCOL_ERROR,
          failure(
              (id, out) ->
                  text(
                      out,
                      "HTTP/1.1 307 Go\r\nLocation: http://127.0.0.1:"
                          + other.getLocalPort()
                          + "/\r\nContent-Length: 0\r\n\r\n")));
      assertThrows(java.net.SocketTimeoutException.class, other::accept);
    }
  }

  /** What a server puts after (or in place of) a good answer. */
  private interface Rest {
    void into(ByteArrayOutputStream body);
  }

  private void assertRefused(Rest rest) {
    assertRefused(0, "utf-8", rest);
  }

  private void assertRefused(int off, String charset, Rest rest) {
    assertEquals(
        FaultCode.PROTOCOL_ERROR,
        failure(
            (id, out) -> {
              ByteArrayOutputStream body = good(id + off, charset);
              rest.into(body);
              body.write(3);
              ok(out, body.toByteArray());
            }));
  }

  /** A million are more than an answer may hold, twenty thousand more than anybody has. */
  @ParameterizedTest
  @ValueSource(ints = {1_000_000, 20_000})
  void manyReasons_areRefused(int count) {
    assertRefused(
        body -> {
          attribute(body, 0x44, "printer-state-reasons", "none".getBytes());
          for (int i = 0; i < count; i++) {
            attribute(body, 0x44, "", "none".getBytes());
          }
        });
  }

  @Test
  void collectionsNestedThousandfold_areRefused() {
    assertRefused(
        body -> {
          attribute(body, 0x34, "media-col", new byte[0]);
          for (int i = 0; i < 3_000; i++) {
            attribute(body, 0x4A, "", new byte[] {'x'});
            attribute(body, 0x34, "", new byte[0]);
          }
        });
  }

  @Test
  void negativeLength_isRefused() {
    assertRefused(
        body -> body.writeBytes(new byte[] {0x44, 0, 1, 'x', (byte) 0xFF, (byte) 0xFE, 1, 2}));
  }

  @Test
  void foreignCharset_isRefused() {
    assertRefused(0, "utf-7", body -> {});
  }

  @Test
  void answerToAnotherQuestion_isRefused() {
    assertRefused(1, "utf-8", body -> {});
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\nContent-Length: -5\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\nContent-Length: 99999999999\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "FFFFFFFF\r\n",
        "HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\nTransfer-Encoding: gzip\r\n\r\n",
        "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n"
            + "HTTP/1.1 100 Continue\r\n\r\n",
        "SSH-2.0-OpenSSH_9.2\r\n",
        "\r\n\r\n"
      })
  void brokenHttp_isRefused(String head) {
    assertEquals(FaultCode.PROTOCOL_ERROR, failure((id, out) -> text(out, head)));
  }

  @Test
  void endlessHead_isCutOff() {
    assertEquals(
        FaultCode.PROTOCOL_ERROR,
        failure(
            (id, out) -> {
              text(out, "HTTP/1.1 200 OK\r\n");
              for (int i = 0; i < 1_000_000; i++) {
                text(out, "X: y\r\n");
              }
            }));
  }

  @Test
  void slowDrip_endsAtTheDeadline() {
    assertEquals(
        FaultCode.NO_ANSWER,
        failure(
            (id, out) -> {
              text(out, "HTTP/1.1 200 OK\r\n");
              try {
                for (int i = 0; i < 300; i++) {
                  text(out, "X");
                  out.flush();
                  Thread.sleep(100);
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            }));
  }

  @Test
  void answerToAJobIsNonsense_nobodyKnowsWhetherItWasTaken() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    server.answer =
        (id, out) -> {
          ByteArrayOutputStream body = good(id, "utf-8");
          attribute(body, 0x49, "document-format-supported", "application/pdf".getBytes());
          body.write(3);
          if (asked.incrementAndGet() > 2) {
            text(out, "HTTP/1.1 200 OK\r\n\r\n");
          } else {
            ok(out, body.toByteArray());
          }
        };
    try (IppPagePrinter printer = printer()) {
      printer.ask(SOON);
      asked.set(1);
      PageDocument pdf = new PageDocument.Pdf(new byte[] {'%'}, 1);
      assertEquals(
          FaultCode.PRINT_UNKNOWN,
          assertThrows(DeviceException.class, () -> printer.send("x", pdf, SOON)).fault());
    }
  }
}
