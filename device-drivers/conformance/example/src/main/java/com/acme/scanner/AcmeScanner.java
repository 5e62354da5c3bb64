package com.acme.scanner;

import egov.kiosk.domain.device.CodeKind;
import egov.kiosk.domain.device.CodeScanner;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.KnownDevices;
import egov.kiosk.domain.device.ScannedCode;
import egov.kiosk.link.Deadline;
import egov.kiosk.link.HotPlug;
import egov.kiosk.link.HotPlugSettings;
import egov.kiosk.link.LinkAddress;
import egov.kiosk.link.LinkException;
import egov.kiosk.link.LinkOpener;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The port, filled. {@link HotPlug} gives thread, exclusive use, time limits and hot plug. */
public final class AcmeScanner implements CodeScanner, AutoCloseable {
  static final String NAME = "acme-scanner";

  private static final Duration MARGIN = Duration.ofSeconds(3);
  private static final int SHORTEST = 16;

  private final Duration lifetime;
  private final HotPlug<AcmeConnection> device;
  private final ScheduledExecutorService undertaker =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, NAME + "-lifetime");
            thread.setDaemon(true);
            return thread;
          });
  private byte[] last = new byte[0];

  /** A scanner at this address, whose codes live so long; starts looking for it. */
  public AcmeScanner(LinkAddress address, Duration lifetime) {
    this.lifetime = lifetime;
    LinkOpener opener = address.opener();
    device =
        new HotPlug<>(
            NAME,
            HotPlugSettings.USUAL,
            limit -> AcmeConnection.greet(opener.open(limit), limit),
            KnownDevices.ANY,
            Instant::now);
  }

  @Override
  public Optional<ScannedCode> scan(CodeKind kind, Duration timeout)
      throws DeviceException, InterruptedException {
    return device.use(
        timeout.plus(MARGIN), connection -> scan(connection, kind, Deadline.after(timeout)));
  }

  private Optional<ScannedCode> scan(AcmeConnection connection, CodeKind kind, Deadline deadline)
      throws DeviceException, LinkException, InterruptedException {
    connection.glance();
    connection.order("READ");
    try {
      Optional<byte[]> line = connection.line(deadline);
      return line.isEmpty() ? Optional.empty() : Optional.of(judged(kind, line.get()));
    } finally {
      connection.order("STOP");
    }
  }

  /** No code, nor any part of one, may stand in a message. */
  private ScannedCode judged(CodeKind kind, byte[] token) throws DeviceException {
    boolean known = token.length >= SHORTEST && !Arrays.equals(token, last);
    for (byte one : token) {
      known &= one > ' ' && one < 0x7F;
    }
    if (!known) {
      throw new DeviceException(
          FaultCode.CODE_REFUSED, NAME, "no such code, or used before; show a fresh one");
    }
    last = token.clone();
    ScannedCode code = new ScannedCode(kind, Instant.now(), token);
    Arrays.fill(token, (byte) 0);
    undertaker.schedule(code::close, lifetime.toMillis(), TimeUnit.MILLISECONDS);
    return code;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public DeviceStatus status() {
    return device.status();
  }

  @Override
  public void close() {
    device.close();
    undertaker.shutdownNow();
    Arrays.fill(last, (byte) 0);
  }
}
