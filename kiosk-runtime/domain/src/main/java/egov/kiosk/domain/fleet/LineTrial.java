package egov.kiosk.domain.fleet;

import java.time.Duration;

/**
 * The line to the platform's broker, for whoever has just said where it is and with which password:
 * a connection that was made before proves neither. Safe for use by several threads.
 */
public interface LineTrial {
  /**
   * Gives up the connection there is and makes one to this address, with the password that lies in
   * its file now. From then on the check {@code broker} speaks of that connection alone.
   *
   * @param address {@code ssl://HOST:PORT}, or {@code tcp://} to this machine itself
   * @param timeout how long to wait until the broker has let this kiosk in or refused it; the kiosk
   *     goes on trying after that
   * @throws IllegalArgumentException when that is no address of a broker
   */
  void renew(String address, Duration timeout);
}
