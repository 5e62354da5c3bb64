package egov.kiosk.tls;

import java.io.IOException;
import java.net.Socket;

/**
 * A way to secure a line. Two are built in, {@code national} and {@code tls}. <b>Plug-in point</b>:
 * an integrator whose platform wants another one, such as TLCP (传输层密码协议, GB/T 38636), offers an
 * implementation as an OSGi service on the kiosk, and through {@link java.util.ServiceLoader} for
 * programs without OSGi; its {@link #name} is then what the configuration says. What it needs
 * beyond {@link LineSettings}, e.g. TLCP's second key pair, it configures itself. {@link JsseLine}
 * makes one out of any {@code SSLContext}.
 *
 * <p>Implementations are safe for use by several threads.
 */
public interface LineSecurity {
  /** 1 to 32 lower-case letters, digits and hyphens; unique. */
  String name();

  /**
   * Secures a connection as its client. Must leave no doubt about the other end: its certificate
   * leads to the trust file and names the host as {@link ServerName} has it.
   *
   * @param connected to the other end; its reads end with {@code SocketTimeoutException} when the
   *     handshake takes too long. Stays open when this fails
   * @param server whom the configuration names
   * @throws LineException saying why not
   */
  SecuredLine secure(Socket connected, ServerName server, LineSettings settings) throws IOException;
}
