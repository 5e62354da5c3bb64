package egov.kiosk.updates.ddi;

import egov.kiosk.updates.UpdateRefusedException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;
import java.util.Objects;

/**
 * Where the server is, and who asks.
 *
 * @param server its address, without path
 * @param tenant usually {@code DEFAULT}
 * @param kiosk the kiosk's id
 * @param token this kiosk's own, kept out of every text
 */
public record DdiSettings(URI server, String tenant, String kiosk, String token) {
  /** The address of this kiosk's resource. */
  URI base() {
    return server.resolve("/" + tenant + "/controller/v1/" + kiosk);
  }

  URI base(String below) {
    return server.resolve("/" + tenant + "/controller/v1/" + kiosk + "/" + below);
  }

  HttpRequest.Builder request(URI address) {
    return HttpRequest.newBuilder(address)
        .timeout(Ddi.PATIENCE)
        .header("Accept", "application/json, application/octet-stream")
        .header("Authorization", "TargetToken " + token);
  }

  /**
   * An address the server named; the token goes to the configured server only.
   *
   * @throws UpdateRefusedException when it leads elsewhere
   */
  URI own(String address) throws UpdateRefusedException {
    try {
      URI named = new URI(address);
      if (Objects.equals(named.getScheme(), server.getScheme())
          && Objects.equals(named.getAuthority(), server.getAuthority())) {
        return named;
      }
    } catch (URISyntaxException e) {
      throw Ddi.refused("names an address that is none");
    }
    throw Ddi.refused("names an address on another server");
  }

  @Override
  public String toString() {
    return "DdiSettings[" + server + ", " + kiosk + "]";
  }
}
