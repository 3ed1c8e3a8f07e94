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

/** Who may do what. Signature, issuer, audience and times are checked by what the properties configure. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** The contract's, once more: the generator does not hand permissions on. */
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

    /** A token that names no tenant has nowhere to store its reports. */
    @Bean
    OAuth2TokenValidator<Jwt> tenantIsNamed() {
        return new JwtClaimValidator<String>(Caller.TENANT, tenant -> tenant != null && !tenant.isBlank());
    }
}
