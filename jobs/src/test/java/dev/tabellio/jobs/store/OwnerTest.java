package dev.tabellio.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class OwnerTest {

    private static final Instant NOW = Instant.parse("2026-11-20T01:00:00Z");

    @Test
    void thisProcessLives() {
        assertThat(Owner.self().alive(Instant.EPOCH, NOW)).isTrue();
    }

    @Test
    void aProcessWithTheSameNumberButAnotherStartIsAnotherProcess() {
        Owner self = Owner.self();
        assertThat(new Owner(self.host(), self.pid(), self.started().minusSeconds(60)).alive(NOW, NOW))
                .isFalse();
    }

    @Test
    void aDeadProcessOfThisHostIsKnownAtOnce() throws Exception {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        assertThat(new Owner(Owner.self().host(), process.pid(), NOW).alive(NOW, NOW))
                .isFalse();
    }

    @Test
    void aProcessOfAnotherHostIsToldByItsHeart() {
        Owner other = new Owner("another-host", 1, NOW);
        assertThat(other.alive(NOW.minusSeconds(59), NOW)).isTrue();
        assertThat(other.alive(NOW.minusSeconds(61), NOW)).isFalse();
    }
}
