package dev.remoteassistance.peers.spring;

import dev.remoteassistance.peers.spring.api.DeviceManagementApi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.web.SecurityFilterChain;

/** Configures permissions. The properties configure the checks of signature, issuer, audience and times. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** Repeats the permissions of the contract, because the generator does not provide them. */
    private static final String[] REPORTING_PERMISSIONS = {
        "DeviceManagementServiceConfig.Read.All",
        "DeviceManagementServiceConfig.ReadWrite.All",
        "DeviceManagementConfiguration.Read.All"
    };

    @Bean
    SecurityFilterChain api(HttpSecurity http, RefusalWriter refusals) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                HttpMethod.POST, DeviceManagementApi.PATH_REPORT_REMOTE_ASSISTANCE)
                        .hasAnyAuthority(REPORTING_PERMISSIONS)
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(Caller::authenticate))
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .build();
    }

    /** Refuses tokens that name no tenant, because their reports could not be stored. */
    @Bean
    OAuth2TokenValidator<Jwt> tenantIsNamed() {
        return new JwtClaimValidator<String>(Caller.TENANT, tenant -> tenant != null && !tenant.isBlank());
    }
}
