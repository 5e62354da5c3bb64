package egov.kiosk.gateway.enrolment;

import static egov.kiosk.gateway.enrolment.DeskLab.KIOSK;
import static egov.kiosk.gateway.enrolment.DeskLab.to;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.domain.enrolment.EnrolmentCode;
import egov.kiosk.enrolment.device.Conversation;
import egov.kiosk.enrolment.device.RefusedException;
import egov.kiosk.enrolment.message.Turns;
import egov.kiosk.gateway.enrolment.DeskLab.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** J04 and what belongs to it, over either book. */
abstract class DeskContract {
  @TempDir Path folder;
  DeskLab lab;

  abstract EnrolmentBook book() throws Exception;

  @BeforeEach
  void open() throws Exception {
    lab = new DeskLab(folder, book());
  }

  @AfterEach
  void close() throws Exception {
    lab.book.close();
  }

  @Test
  void j04_codeUsedTwice_isRefusedAndChangesNothing() throws Exception {
    EnrolmentCode code = lab.code("", false);
    Machine first = lab.machine("first", KIOSK);
    lab.enrol(first, code);
    byte[] before = Files.readAllBytes(first.keys().resolve("kiosk.pem"));
    Machine second = lab.machine("second", KIOSK);
    refused("USED", () -> lab.enrol(second, code));
    assertFalse(Files.exists(second.keys()));
    assertArrayEquals(before, Files.readAllBytes(first.keys().resolve("kiosk.pem")));
    assertThrows(IllegalArgumentException.class, () -> lab.code("", false));
  }

  @Test
  void j04_codeThatExpired_isRefused() throws Exception {
    EnrolmentCode code = lab.code("", false);
    lab.later(Duration.ofHours(4).plusSeconds(1));
    refused("EXPIRED", () -> lab.enrol(lab.machine("late", KIOSK), code));
  }

  @Test
  void j04_codeForAnotherMachine_isRefused() throws Exception {
    EnrolmentCode code = lab.code("SAM-05.06-1234", false);
    Machine machine = lab.machine("other", KIOSK);
    refused(
        "FOREIGN_MACHINE", () -> lab.enrol(machine, code, false, "SAM-05.06-9999", to(lab.desk())));
    refused("FOREIGN_MACHINE", () -> lab.enrol(machine, code, false, "", to(lab.desk())));
    lab.enrol(machine, code, false, "SAM-05.06-1234", to(lab.desk()));
  }

  @Test
  void j04_codeForAnotherKiosk_isRefused() throws Exception {
    EnrolmentCode code = lab.code("", false);
    refused("FOREIGN_KIOSK", () -> lab.enrol(lab.machine("other", "zj-hz-000008"), code));
  }

  @Test
  void j04_codeNobodyMade_isRefused() throws Exception {
    lab.code("", false);
    refused(
        "UNKNOWN_CODE",
        () -> lab.enrol(lab.machine("guess", KIOSK), EnrolmentCode.draw(DeskLab.RANDOM)));
  }

  @Test
  void j04_tooManyAttempts_endTheCode() throws Exception {
    EnrolmentCode code = lab.code("SAM-1", false);
    Machine machine = lab.machine("trying", KIOSK);
    for (int i = 0; i < EnrolmentDesk.MOST_FAILURES; i++) {
      refused("FOREIGN_MACHINE", () -> lab.enrol(machine, code, false, "SAM-2", to(lab.desk())));
    }
    refused("EXHAUSTED", () -> lab.enrol(machine, code, false, "SAM-1", to(lab.desk())));
  }

  @Test
  void j04_namesOfOthers_areNeverGiven() {
    for (String name :
        List.of("platform-sign", "seal-maker", "development-root", "laboratory-ca")) {
      assertThrows(IllegalArgumentException.class, () -> lab.code(name, "", false), name);
    }
  }

  @Test
  void newerCode_endsTheOlderOne() throws Exception {
    EnrolmentCode older = lab.code("", false);
    EnrolmentCode newer = lab.code("", false);
    refused("UNKNOWN_CODE", () -> lab.enrol(lab.machine("one", KIOSK), older));
    lab.enrol(lab.machine("one", KIOSK), newer);
  }

  @Test
  void lostAnswer_sameRequestAgain_getsTheSameCertificates() throws Exception {
    EnrolmentCode code = lab.code("", false);
    Machine machine = lab.machine("cut", KIOSK);
    List<byte[]> lost = new ArrayList<>();
    Conversation broken = losing(to(lab.desk()), lost);
    assertThrows(IOException.class, () -> lab.enrol(machine, code, false, "", broken));
    assertFalse(Files.exists(machine.keys().resolve("kiosk.pem")));
    lab.later(Duration.ofHours(9));
    lab.enrol(machine, code);
    Sm2Certificate got = PemFiles.readCertificate(machine.keys().resolve("kiosk.pem"));
    assertEquals(1, lost.size());
    assertTrue(
        new String(lost.get(0), java.nio.charset.StandardCharsets.US_ASCII)
            .contains(java.util.Base64.getEncoder().encodeToString(got.encoded())));
    assertEquals("repeated", lab.lastReason());
  }

  @Test
  void twoDesks_oneCode_onlyOneMachineGetsIt() throws Exception {
    for (int round = 0; round < 2; round++) {
      String kiosk = "zj-hz-00010" + round;
      EnrolmentCode code = lab.code(kiosk, "", false);
      CountDownLatch start = new CountDownLatch(1);
      ExecutorService desks = Executors.newFixedThreadPool(2);
      List<Future<Boolean>> results = new ArrayList<>();
      for (String name : List.of("left-" + round, "right-" + round)) {
        Machine machine = lab.machine(name, kiosk);
        EnrolmentDesk own = lab.desk();
        results.add(
            desks.submit(
                () -> {
                  start.await();
                  try {
                    lab.enrol(machine, code, false, "", to(own));
                    return true;
                  } catch (RefusedException e) {
                    return false;
                  }
                }));
      }
      start.countDown();
      assertTrue(results.get(0).get() ^ results.get(1).get(), "exactly one");
      desks.shutdown();
      assertEquals(2, lab.book.alone(page -> page.issued(kiosk)).size());
    }
  }

  @Test
  void everyRefusal_looksTheSame() throws Exception {
    EnrolmentDesk desk = lab.desk();
    Random random = new Random(4);
    for (int i = 0; i < 200; i++) {
      byte[] noise = new byte[random.nextInt(3000)];
      random.nextBytes(noise);
      assertArrayEquals(Turns.refused(), desk.begin(noise));
      assertArrayEquals(Turns.refused(), desk.finish(noise, noise));
    }
    assertEquals("MALFORMED", lab.lastReason());
    assertTrue(lab.reasons.size() <= 20, "strangers do not fill the log");
  }

  @Test
  void request_withAnyByteChanged_isRefused() throws Exception {
    EnrolmentCode code = lab.code("", false);
    List<byte[]> said = new ArrayList<>();
    Machine machine = lab.machine("heard", KIOSK);
    assertThrows(
        IOException.class,
        () ->
            lab.enrol(
                machine,
                code,
                false,
                "",
                new Conversation() {
                  @Override
                  public byte[] say(byte[] message) throws IOException {
                    said.add(message);
                    throw new IOException("the line is cut");
                  }

                  @Override
                  public void close() {
                    // No line.
                  }
                }));
    byte[] good = said.get(0);
    assertFalse(
        new String(good, java.nio.charset.StandardCharsets.US_ASCII).contains(code.secret()),
        "the code never travels");
    Random random = new Random(9);
    for (int i = 0; i < 80; i++) {
      byte[] bad = good.clone();
      bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(7));
      assertArrayEquals(Turns.refused(), lab.desk().begin(bad));
    }
  }

  /** Gives what was said to the last message to nobody. */
  static Conversation losing(Conversation line, List<byte[]> lost) {
    return new Conversation() {
      private int turn;

      @Override
      public byte[] say(byte[] message) throws IOException {
        byte[] answer = line.say(message);
        if (++turn == 2) {
          lost.add(answer);
          throw new IOException("the line is cut");
        }
        return answer;
      }

      @Override
      public void close() throws IOException {
        line.close();
      }
    };
  }

  void refused(String why, org.junit.jupiter.api.function.Executable asking) {
    assertThrows(RefusedException.class, asking);
    assertEquals(why, lab.lastReason());
  }
}
