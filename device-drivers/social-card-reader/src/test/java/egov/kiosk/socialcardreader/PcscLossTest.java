package egov.kiosk.socialcardreader;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.FaultCode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Readers and the PC/SC service itself come and go; the kiosk is never restarted for it. */
class PcscLossTest {
  private PcscBench bench;

  @BeforeEach
  void open() {
    bench = new PcscBench();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private void assertReads() throws Exception {
    // The drawer's cards were in the reader that is gone.
    bench.clear();
    bench.place("v2");
    assertEquals("测试用", bench.reader.read(PcscBench.SOON).name().value());
  }

  @Test
  void service_killedAndStartedAgain_isFoundWithoutARestart() throws Exception {
    assertReads();
    bench.pcscd.kill();
    bench.awaitState(DeviceState.OFFLINE);
    DeviceException gone =
        assertThrows(DeviceException.class, () -> bench.reader.read(Duration.ofSeconds(2)));
    assertEquals(FaultCode.CANNOT_OPEN, gone.fault());
    bench.pcscd.start();
    long start = System.nanoTime();
    bench.awaitState(DeviceState.ONLINE);
    System.out.println(
        "in service " + (System.nanoTime() - start) / 1_000_000 + " ms after pcscd was back");
    assertReads();
  }

  @Test
  void service_killedWhileWaitingForACard_endsTheWaitWithItsReason() throws Exception {
    Thread killer =
        new Thread(
            () -> {
              await().pollDelay(Duration.ofMillis(700)).until(() -> true);
              bench.pcscd.kill();
            });
    killer.start();
    FaultCode fault =
        assertThrows(DeviceException.class, () -> bench.reader.read(Duration.ofSeconds(60)))
            .fault();
    killer.join();
    assertEquals(FaultCode.CANNOT_OPEN, fault);
    bench.pcscd.start();
    bench.awaitState(DeviceState.ONLINE);
    assertReads();
  }

  @Test
  void reader_pluggedInLater_isFoundByItself() throws Exception {
    bench.pcscd.close();
    bench.pcscd.unplugReader();
    bench.pcscd.start();
    bench.awaitState(DeviceState.NO_DEVICE);
    assertTrue(
        new SocialCardReaderCheck(bench.reader)
            .check(Duration.ofSeconds(5))
            .advice()
            .contains("plug the reader in"));
    bench.pcscd.close();
    bench.pcscd.plugReader();
    bench.pcscd.start();
    bench.awaitState(DeviceState.ONLINE);
    assertReads();
  }
}
