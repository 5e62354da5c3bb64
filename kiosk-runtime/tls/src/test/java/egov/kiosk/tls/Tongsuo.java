package egov.kiosk.tls;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Another implementation of RFC 8998, written by other people in another language: the C library of
 * Tongsuo (铜锁), here as one end of a connection that Java sockets carry.
 */
final class Tongsuo implements AutoCloseable {
  private static final String RESOURCE =
      "/META-INF/native/libconscrypt_openjdk_jni-linux-x86_64.so";
  private static final int TLS_1_3 = 0x0304;
  private static final int MIN_VERSION = 123;
  private static final int MAX_VERSION = 124;
  private static final int GROUPS = 92;
  private static final int SIGNATURES = 98;
  private static final int PEM = 1;
  private static final int WANT_READ = 2;
  private static final int VERIFY_PEER_ALWAYS = 3;

  /** What is used of its interface, which is OpenSSL's. */
  interface Calls extends Library {
    Pointer TLS_client_method();

    Pointer TLS_server_method();

    Pointer SSL_CTX_new(Pointer method);

    void SSL_CTX_free(Pointer context);

    long SSL_CTX_ctrl(Pointer context, int command, long number, Pointer more);

    long SSL_CTX_ctrl(Pointer context, int command, long number, String more);

    int SSL_CTX_set_ciphersuites(Pointer context, String names);

    void SSL_CTX_enable_sm_tls13_strict(Pointer context);

    int SSL_CTX_use_certificate_chain_file(Pointer context, String file);

    int SSL_CTX_use_PrivateKey_file(Pointer context, String file, int type);

    int SSL_CTX_load_verify_locations(Pointer context, String file, String directory);

    void SSL_CTX_set_verify(Pointer context, int mode, Pointer callback);

    Pointer SSL_new(Pointer context);

    void SSL_free(Pointer ssl);

    Pointer BIO_s_mem();

    Pointer BIO_new(Pointer method);

    int BIO_read(Pointer bio, byte[] buffer, int length);

    int BIO_write(Pointer bio, byte[] buffer, int length);

    void SSL_set_bio(Pointer ssl, Pointer in, Pointer out);

    void SSL_set_connect_state(Pointer ssl);

    void SSL_set_accept_state(Pointer ssl);

    int SSL_do_handshake(Pointer ssl);

    int SSL_get_error(Pointer ssl, int result);

    int SSL_read(Pointer ssl, byte[] buffer, int length);

    int SSL_write(Pointer ssl, byte[] buffer, int length);

    long SSL_get_verify_result(Pointer ssl);

    Pointer SSL_get_current_cipher(Pointer ssl);

    String SSL_CIPHER_get_name(Pointer cipher);
  }

  private final Calls calls;
  private final Pointer context;
  private final Pointer ssl;
  private final Pointer in;
  private final Pointer out;
  private final Socket socket;
  private final byte[] buffer = new byte[16 * 1024];

  private Tongsuo(Calls calls, Pointer context, Socket socket, boolean server) {
    this.calls = calls;
    this.context = context;
    this.socket = socket;
    ssl = calls.SSL_new(context);
    in = calls.BIO_new(calls.BIO_s_mem());
    out = calls.BIO_new(calls.BIO_s_mem());
    calls.SSL_set_bio(ssl, in, out);
    if (server) {
      calls.SSL_set_accept_state(ssl);
    } else {
      calls.SSL_set_connect_state(ssl);
    }
  }

  static Calls load(Path directory) throws IOException {
    Path library = directory.resolve("libtongsuo.so");
    if (!Files.exists(library)) {
      try (InputStream resource = Tongsuo.class.getResourceAsStream(RESOURCE)) {
        Files.copy(resource, library);
      }
    }
    return Native.load(library.toString(), Calls.class);
  }

  /**
   * One end, with the strict rules of RFC 8998; asks for the other's certificate if it has trust.
   */
  static Tongsuo over(Socket socket, boolean server, LineSettings settings, Calls calls)
      throws IOException {
    Pointer context =
        calls.SSL_CTX_new(server ? calls.TLS_server_method() : calls.TLS_client_method());
    require(calls.SSL_CTX_ctrl(context, MIN_VERSION, TLS_1_3, (Pointer) null) == 1);
    require(calls.SSL_CTX_ctrl(context, MAX_VERSION, TLS_1_3, (Pointer) null) == 1);
    require(calls.SSL_CTX_set_ciphersuites(context, "TLS_SM4_GCM_SM3") == 1);
    require(calls.SSL_CTX_ctrl(context, GROUPS, 0, "SM2") == 1);
    require(calls.SSL_CTX_ctrl(context, SIGNATURES, 0, "sm2sig_sm3") == 1);
    calls.SSL_CTX_enable_sm_tls13_strict(context);
    if (settings.certificateFile().isPresent()) {
      String certificate = settings.certificateFile().get().toString();
      String key = settings.keyFile().orElseThrow().toString();
      require(calls.SSL_CTX_use_certificate_chain_file(context, certificate) == 1);
      require(calls.SSL_CTX_use_PrivateKey_file(context, key, PEM) == 1);
    }
    if (settings.trustFile().isPresent()) {
      String trust = settings.trustFile().get().toString();
      require(calls.SSL_CTX_load_verify_locations(context, trust, null) == 1);
      calls.SSL_CTX_set_verify(context, VERIFY_PEER_ALWAYS, null);
    }
    return new Tongsuo(calls, context, socket, server);
  }

  void handshake() throws IOException {
    while (true) {
      int result = calls.SSL_do_handshake(ssl);
      send();
      if (result == 1) {
        return;
      }
      if (calls.SSL_get_error(ssl, result) != WANT_READ) {
        throw new IOException("Tongsuo ends the handshake");
      }
      take();
    }
  }

  byte[] read(int length) throws IOException {
    byte[] all = new byte[length];
    for (int at = 0; at < length; ) {
      int count = calls.SSL_read(ssl, buffer, Math.min(buffer.length, length - at));
      if (count > 0) {
        System.arraycopy(buffer, 0, all, at, count);
        at += count;
      } else if (calls.SSL_get_error(ssl, count) == WANT_READ) {
        send();
        take();
      } else {
        throw new IOException("Tongsuo ends the line");
      }
    }
    return all;
  }

  void write(byte[] bytes) throws IOException {
    require(calls.SSL_write(ssl, bytes, bytes.length) == bytes.length);
    send();
  }

  String suite() {
    return calls.SSL_CIPHER_get_name(calls.SSL_get_current_cipher(ssl));
  }

  /** 0 when it believes the other end's certificate. */
  long verdict() {
    return calls.SSL_get_verify_result(ssl);
  }

  @Override
  public void close() throws IOException {
    socket.close();
    calls.SSL_free(ssl);
    calls.SSL_CTX_free(context);
  }

  private void take() throws IOException {
    int count = socket.getInputStream().read(buffer);
    if (count < 0) {
      throw new IOException("the other end closed");
    }
    calls.BIO_write(in, Arrays.copyOf(buffer, count), count);
  }

  private void send() throws IOException {
    for (int count = calls.BIO_read(out, buffer, buffer.length);
        count > 0;
        count = calls.BIO_read(out, buffer, buffer.length)) {
      socket.getOutputStream().write(buffer, 0, count);
    }
  }

  private static void require(boolean holds) throws IOException {
    if (!holds) {
      throw new IOException("Tongsuo does not take a setting");
    }
  }
}
